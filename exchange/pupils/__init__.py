"""The list of who joined which club (报名名单): names for the class sheets and attendance forms, read and not kept."""

from exchange.pupils.blank import blank_list
from exchange.pupils.names import PupilNames
from exchange.pupils.placing import placed
from exchange.pupils.reading import PupilList, pupils_in, read_pupils
from exchange.pupils.walks import by_list

__all__ = ["PupilList", "PupilNames", "blank_list", "by_list", "placed", "pupils_in", "read_pupils"]
