"""Which signs the shipped font holds: GB2312, what is printed beside it, and characters that names like to use."""

from functools import cache
from itertools import chain

# Characters of given names and surnames that GB2312 (1980) lacks; 〇 stands in years and numbers.
_NAMES = (
    "〇喆堃珺玥昇祎翀璟晞暄昕昉昳晔晟晗曦曈旻旸昱昊昀晙晢暐暻曌煊熠煜炜炘烨焱燊焜煦燚垚鑫淼森犇骉羴麤赟韡彧彣郗邰邬逯"
    "瑄瑀瑷璠璐璘璇璈珩珅珮琇琎琤琬琰瑜瑾瑢璎珞玮玟玠珂珈珉珣珙琚琲瑧瑸璆璪瓒甯祐祉祺禛禔祎祯禧祾稑穆竑竣竩筠筱箐"
    "翊翃翯聿臻苡芃芮芷苒茉荃荇荔莙莛莞莨菀菁菡萁葳葭蒨蓁蓓蔚蕊蕙薇藜蘅蕴虓蟠衎袆裎褀襄訚谖谞谦谧贇赪跞踔轶辀辂逄逸遄"
    "邈郢郯鄢酆釉钊钐钜钰钲钶铎铧铭铱锜锟锳镕镝镠闳闿阒陟隽雩雯霁霂霏霖靓靖韫韬頔颀颉颢颙飏飚馥骁骅骎骐骙骞骢鲲鳌鹄鹂"
    "鹍鹏麒麟黉黻鼐龑龢亓亶仝仡伃伋伽佺佶侑侗侔俅俍俣俶倓倞偲傃傧僖僮儇儆冀冏冕凇凊刖劼勖勍匡卉卬厍叡吒呈咏哿唐喁喨嗣"
    "囿圯坤垌垣埕堉堦塬墉壎夔奭妍妘妤姁姝姞姣姮娈娉娜娣婕婧婵媄媖媛媞嫄嫣嬅嬿孛孜宓宥宸寊寔寯尧屺岍岚岫岱峄峣峤崃崚崟嵘"
    "嵩嶷巽帏幂庠廑弋弢弼彤徇徵忻怡怿恂恪悫惇惠慜憬懋懿扆扬抃拊挚捷揆摛擎攸敉敔斐斓斡旂旃旆旒昙昃昫晁晅晖晡杲杳枞柘栩桁"
    "桉桦梓梵棠棣棪椿楙楠榕槊槿樾橒櫆欣歆毓沄沅沐沚沛沣泂泓泠泫泮泯洄洙洵浃浏浔浠浥涑涵淇淏淙淞渌渼湉湑湛湜溁溆溱滢滟漪"
    "漩潆潇潞潼澂澍澹濂濛瀚瀛灏灵炅炆炑炯烜焓焯熙燏燮爔牧犀犟猷獬玎玏玑玙玡玢玥玦玭玳珏珑珝珥珧珵珽琀琅琏琛琦琨琪琮琯琳瑗"
    "瑞瑭瑱瑶璀璁璋璜璞璧璨璩瓘瓛甄甦畅畈畋畲畹疇皓皞皛睿瞻瞿矞碁碧磊磐礼礽祈祜祚祗禄禕禹秉秭稷穠竞笃笙筱篁籁粲绂绮绱绶"
    "缃缇缦缨缱羿翎翙翚翥翮翾耀耘聆聪肇肜胤脩臧舒舜艾芊芙芩芫芸苓苕苣茂茗茜茵荟荣菏菘萌萱萸葆葵蒗蒽蓝蔓蕾薛藩蘇虔虞蜺螣"
    "裕褚覃觅觐訾詠詹誉諵讷诃诒诩诰谌谏豫貽贇赓赟赫趵辉迦迪迩逵逶邕邗郜郦鄞醇铄铉铠铿锐锴锶镈镒镛镱阊阗阙陞隗隰雍霆霓霭静"
    "韪韶韵頫颖颛飒飞馡騠骊骥骦骧鬯魁鲛鸢鸾鹔黎黛黼鼎龄龏龚㛃㛚㤘㧑㬎㬚㻌䓖䜣䢺䶮𠅤𠙶𡐓𣲗𣲘𤧛𤩽𥔲𦈡𦒍𧿹𨐈𨙸𨚕𨱔𨱏𨱇𩽾𩾃𪟝𪣻𪤗𪨰𪨶"
    "𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈"
    "𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽"
    "𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓"
)
_RANGES = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0xFF),  # letters of other countries, × · °
    (0x2010, 0x2016),  # dashes
    (0x2018, 0x201A),  # quotation marks
    (0x201C, 0x201E),
    (0x2020, 0x2022),
    (0x2025, 0x2027),  # …
    (0x2190, 0x2193),  # arrows
    (0x2460, 0x249B),  # ① ⑴ 1.
    (0x3000, 0x303F),  # 、。「」
    (0xFF01, 0xFF5E),  # full-width signs
)
_MARKS = "✓€℃№−≥≤≠※"


@cache
def letters() -> frozenset[int]:
    """The code points."""
    rows = chain.from_iterable(range(first, last + 1) for first, last in _RANGES)
    return frozenset({*_gb2312(), *rows, *map(ord, _MARKS), *map(ord, _NAMES)})


def _gb2312() -> set[int]:
    """All 7445 signs of GB2312, by the table of the standard library."""
    found: set[int] = set()
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes((high, low)).decode("gb2312")))
            except UnicodeDecodeError:
                continue  # an empty place of the table
    return found
