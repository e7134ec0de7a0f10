"""Erasing on the screen 学校: what was put away, with its name typed; old versions, with a box ticked."""

import pytest
from streamlit.testing.v1 import AppTest

from models import Text
from store import NotFoundError, Store
from tests.ui.looking import keys, sound, words
from tests.ui.signing_in import filled


def test_a_school_is_erased_only_after_it_was_put_away_and_its_name_was_typed(app: AppTest, store: Store) -> None:
    kept = filled(store)
    school = kept.school
    sound(app.run())
    assert f"erase-{school.id}" not in keys(app)
    app.button(key=f"remove-{school.id}").click()
    said = words(sound(app.run()))
    assert "2 版数据、2 份课表、0 个方案" in said
    assert any(e.proto.id.endswith(f"backup-school-{school.id}") for e in app.get("download_button"))
    assert app.button(key=f"erase-{school.id}").disabled
    app.text_input(key=f"erase-name-{school.id}").input("公开")
    assert sound(app.run()).button(key=f"erase-{school.id}").disabled
    app.text_input(key=f"erase-name-{school.id}").input(school.name)
    sound(app.run()).button(key=f"erase-{school.id}").click()
    sound(app.run())
    with pytest.raises(NotFoundError):
        store.school(school.id)
    assert [s.id for s in store.schools()] == [kept.secret.id]


def test_old_versions_are_erased_only_with_a_box_ticked(app: AppTest, store: Store) -> None:
    school = filled(store).secret
    for number in (2, 3):
        note = Text("改", "t")
        store.save_version(school.id, document="", problem=None, who="沈", note=note, after=number - 1)
    assert sound(app.run()).button(key=f"old-erase-{school.id}").disabled
    app.checkbox(key=f"old-sure-{school.id}").check()
    sound(app.run()).button(key=f"old-erase-{school.id}").click()
    sound(app.run())
    assert [head.number for head in store.versions(school.id)] == [3, 1]  # a draft was made from 1
