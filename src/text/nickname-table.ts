/**
 * Groups of given names that share their short forms, the formal names first, then `:`, then the short ones; by language,
 * as each has its own (Alexander is Alex or Sandy in English, Sasha or Sanya in Russian). The project's own lists from
 * general knowledge, the usual forms only; coverage of the English ones was checked against carltonnorthern/nicknames.
 */
export const shortForms: readonly string[] = [
	// English
	`
abigail:abby abbie abi gail
abraham:abe bram
agnes:aggie nessie
alan allan:al
albert:al bert bertie
alexander alexandra:alex al sandy xander
alfred:al fred alf alfie
alice alicia alison allison alyssa:ali allie ally lissa
amanda:mandy manda
andrew:andy drew
angela angelina angelica:angie angel
anna anne ann:annie nan nancy ana
anthony:tony ant
antonia antoinette:toni netta tonia
arthur:art artie
barnabas:barney
beatrice:bea bee trixie
benjamin:ben benny benji benjy
bernard bernadette:bernie bern
bethany:beth
bradley:brad
brenda:bren
brian bryan brianna:bri
bridget:bridie biddy
cameron:cam
carol carolyn caroline carolina:carol caro carrie carly
cassandra:cass cassie sandra
catherine katherine kathryn kathleen caitlin:kate kathy cathy katie kat kit kitty
cecilia cecil:cece cissy celia
charles:charlie chuck chas chaz
charlotte:lottie charlie lotte char
chester:chet
christian:chris kris
christine christina kristina kristin kristen kristine:chris tina chrissy christy
christopher:chris kit topher kris
clarence clara:clare clair
clifford:cliff
constance:connie
curtis:curt kurt
cynthia:cindy cyn
daniel:dan danny dani
danielle daniela:dani
david:dave davy davey
deborah debra:deb debbie debby debs
dennis denise denis:den denny
desmond:des
dolores:lola dolly
dominic dominique:dom nick
donald donna:don donnie donny
dorothy:dot dottie dolly dora
douglas:doug dougie
edgar:ed eddie ned
edith:edie
edward edwin:ed eddie ted ned
eleanor elena:ellie nell nora lena
elijah elias:eli
elizabeth:liz beth betsy eliza lizzie betty bess libby lisa elise liza
emily emilia emma amelia:em emmy emmie millie
emmanuel manuel:manny
ernest:ernie
esther:essie hettie
ethel:eth
eugene:gene genie
evelyn:eve evie lyn
florence:flo flora florrie flossie
frances francesca:fran frankie fanny franny
francis:frank fran frankie
frederick frederic:fred freddie freddy rick
gabriel:gabe gaby gabby gabi
gareth gary:gaz
geoffrey jeffrey:geoff jeff
george georgia:georgie geordie gina
gerald gerard geraldine:gerry jerry gerri
gilbert:gil bert
gillian:gill jill gilly
gordon:gord
grace:gracie
gregory:greg gregg
gwendolyn:gwen wendy
hannah:hanna
harold:harry hal
harriet:hattie harry
harrison:harry
helen:nell lena nellie ellen
henry:harry hank hal etta
herbert:herb bert herbie
hilary:hil
howard:howie ward
hubert:hugh bert
hugh hugo:hughie
ian iain:ian
imogen:immy
irene:rene
isaac:ike zac izzy zack
isabella isabelle isabel:bella izzy belle issy
jacob:jake coby jay
jacqueline:jackie jacqui jacky
james:jim jimmy jamie jimmie
jane janet janice:jan janie jenny
jason:jay
jean:jeannie
jennifer:jen jenny jenn jennie
jeremy:jerry jem jez
jerome:jerry
jessica jesse:jess jessie
jillian:jill
joan joanne joanna johanna:jo joanie jojo
jocelyn:joss
joel joseph joe:joe jo joey
john jonathan:jack johnny jon johnnie
jonathan:jon john johnny jonny
joseph:joe jo joey jos
josephine:josie fina jojo jo
joshua:josh
joyce:joy
judith:judy jude judi
julia juliana julie:jules juli julie
julian:jules
justin:jus
karen:kaz
kenneth:ken kenny
kevin:kev
kimberly:kim kimmy
lachlan:lachie
larissa:lara
laura lauren:laurie lori loz
lawrence:larry laurie lars
leonard leon:leo len lenny
leslie lesley:les
lewis louis louise:lou louie lewie lulu
lillian liliana lily:lily lil lilly
linda melinda:lin lindy mindy lyn
lorraine loretta:lori rain
lucas luke:luc luke
lucy lucille:lu luci lucie cindy
lydia:lyddie
madison:maddie maddy
malcolm:mal
margaret margarita marjorie:maggie meg peggy marge margie greta daisy rita megan peg margo
maria marie mary marian:mae molly polly mia
mark marcus marc:marky
martha:marty mattie
martin:marty
matthew:matt matty mat
maurice:mo moe
maximilian maxine:max
megan:meg
melissa melanie melinda:mel missy lissa
melvin:mel
mercedes:mercy sadie
michael mitchell:mike mick micky mickey
michelle:shelly chelle shell mich
camilla:millie milly cam
miranda:mandy randa
mohammed muhammad mohamed mohammad mohamad:mo moe hamada medo
morgan:mo
nancy:nan
natalie natalia:nat tasha
nathaniel nathan jonathan:nate nat
nicholas nicolas:nick nicky nico
nicole nicola:nicky niki nikki nic
norman:norm
olivia oliver:ollie liv livvy
oscar:ozzie
pamela:pam pammy
patience:pat patty
patricia:pat patty tricia patsy
patrick:pat paddy rick
paul paula pauline:paulie polly
peter:pete
philip phillip:phil pip
phyllis:phyl
priscilla:cilla prissy
rachel:rach rae
ralph:rafe
raymond:ray
rebecca:becky becca beck bex
regina:gina reggie
reginald:reg reggie
richard:rick dick rich richie ricky
robert roberta robin:bob rob bobby robbie robby bert bobbie robin
roderick rodney:rod roddy
roger:rodge
roland:rolly
ronald veronica:ron ronnie ronny roni
rosemary rosa rose rosalie:rosie ros roz romy
rupert:ru
russell:russ rusty
sabrina:bri
samantha samuel:sam sammy
sandra:sandy
sarah sara sally:sally sadie
sebastian:seb bastian baz
sharon:shaz shari
shirley:shirl
sidney sydney:sid syd
simon:si sim
solomon:sol solly
sophia sophie:sophie soph
stanley:stan
stephanie:steph steff stevie
stephen steven:steve stevie steph
stewart stuart:stu
susan suzanne:sue suzie susie suzy
sylvia:syl
terrence teresa theresa:terry tess tessa terri
thelma:thel
theodore theodora:ted teddy theo dora
thomas:tom tommy thom
tiffany:tiff
timothy:tim timmy
tobias toby:toby
valerie:val
vanessa:nessa ness
victor:vic
victoria:vicky tori vicki vickie
vincent:vin vince vinny
viola:vi
virginia:ginny ginger
vivian:viv
walter:walt wally
wesley:wes
william:bill will billy willy liam willie
yvonne:von
zachary:zach zack zac zak
`,
	// English short forms of names of other languages, as people abroad use them
	`
antonio antoine anton:tony
eduardo eduard:eddie ed ted
francisco francesco francois franz:frank frankie
ricardo riccardo:rick ricky rich
roberto:rob bob bobby bert
salvatore salvador:sal
giuseppe jose josef jozef:joe
giovanni juan ioannis johannes ivan:john johnny
miguel michel mikhail michal mikael michele mykhailo:mike
alfredo alfonso:fred al
alejandro alessandro aleksander oleksandr:alex
pedro pierre pieter piotr petr petros:pete peter
felipe philippe filip filippo:phil
stefan stepan esteban stephane:steve
tomasz tomas tommaso:tom tommy
domenico dominik:dom nick
nicolas nikolai nikolay nikolaos nicola nikola:nick niko
vincenzo vicente:vince vinny
gerardo gerhard:gerry jerry
federico friedrich:fred freddy
jakub jakob:jake
guillermo wilhelm willem:bill will
ernesto:ernie
rafael raphael:ralph raf raffi
viktor vittorio victor:vic
andrzej andrei andrey andriy andres:andy
mateo mateusz matteo mattias:matt
viktoria victoria:vicky
ekaterina katarzyna caterina:kate kathy katie cat
elzbieta isabel:liz beth bella
margarita:maggie
aleksandra alessandra:alex sandra
anastasia:stacy ana
mehmet ahmed:mo
krzysztof christoph cristobal:chris kris
eugene evgeny:gene zhenya
aaron:ron ronnie
agnieszka:aga
carlos karl carl:charlie chuck
valentina:val tina
gabriela:gabby gabe
leonardo leonid:len
lorenzo:larry
luis luigi:lou louie
stanislav stanislaw:stan
tobias:tobi
roland rolando orlando:lando rolly
heinrich enrique enrico henryk henri:henry harry
eric erik:rick
yulia julia:jules
`,
	// Spanish, Catalan
	`
adriana:adri
alberto:beto al tito
alejandra alejandro:ale alex jandro
alfonso:poncho fonso
alfredo:fredo alf
alicia:licha ali
andrea andres:andi andy
antonio antonia:tono toni tonio
arturo:turo
beatriz:bea beti
carlos carla:charly calin
carmen:carmela
carolina:caro
cecilia:ceci chila
christian cristian:cris
cristina:cris tina
concepcion:concha
daniel daniela:dani
diego santiago:santi chago diegui
dolores:lola loli
eduardo:edu lalo eddy
enrique:kike quique
ernesto:neto
esteban:estebi estefi fani
federico:fede
felipe:pipe feli
fernando fernanda:fer nando fercho
francisca francisco:paco pancho paca
gabriel gabriela:gabi gabo gaby
gerardo:gera
gonzalo:gonza
guadalupe:lupe lupita
guillermo:guille memo mina
gustavo:gus tavo
hector:tito
humberto:beto
ignacio:nacho nacha nachito
isabel:isa chabela bel
jaime:jaimito
javier xavier:javi xavi
jesus:chuy chucho suso
joaquin joaquim:quim quino xaquin
jorge:coque jordi
jose josefa:pepe pepa pep
juan juana:juanito juancho juanita
julian julio:juli
leonardo:leo
leticia:lety leti
lorenzo:lencho renzo
luis:lucho luisito
magdalena:magda malena lena
manuel:manolo manu lolo
marcos marcelo:chelo
margarita:marga margo
maria mariana:mari maru
mercedes:merche meche
miguel:migue mike micky
nicolas:nico
pablo:pablito
patricia:pato patri pati
pedro:perico pedrito
pilar:pili
rafael:rafa
ramon:moncho mon
raul:rulo
ricardo:richi ricky rica
roberto:beto rober robe
rodrigo:rodri fito rorro
rosario:charo
salvador:salva chava
sebastian:seba sebas
sergio:checo sergi
silvia:silvi
teresa:tere
tomas:tomi
valentina:vale
vicente:chente vicen
victor victoria:vico vicky viki
yolanda:yoli
`,
	// Portuguese
	`
alexandre alexandra:xande ale alex
ana:aninha nita
antonio antonia:toninho toze tonho
beatriz:bia
carlos:cacau
eduardo:edu duda dudu
fabricio fabio:fabinho
fernando fernanda:nando nanda fe
francisco francisca:chico xico
gabriel gabriela:gabi biel
guilherme:gui
gustavo:guga gu
henrique:rique
isabel:bel isa belinha
joao:janjao
joaquim:quim
jose:ze zeca zezinho
julia juliana:ju juju
leonardo:leo
leticia:le
lucia luciana:lu
luis luiz:lu lula
manuel manoel:manel nelo mane
mariana maria:mari
rafael:rafa
ricardo:cadu rica
roberto:beto
rodrigo:digo
sebastiao:tiao bastiao
teresa:te teca
thiago tiago:ti
vinicius:vini
`,
	// French, Dutch, German
	`
alexandra alexandre alexander:alex alix sandra
andre:dede
antoine:toine titouan
benoit benjamin:ben benji
bernard:nanard
catherine:cathy cati
christine:chris cricri
christophe:chris tophe
christoph:chris stoffel
dominique:dom domi
emmanuel:manu
eugen:eugene
ferdinand:ferdi
florian:flo
franck francois:fanfan franz
franz:franzl franzi
frederic:fred fredo
friedrich:fritz fred
gabriele:gabi gaby
georg:jorg
gerhard gerard gerrit:gerd gege
gertrude:trude gerti
guillaume:gui guigui
gunther gunter:gunni
gustav:gus gusti
heinrich:heinz heini
hermann:manni
isabelle:isa zaza
jacques:jacquot jacky
jean:jeannot
johann johannes johanna:hans hannes
josef joseph:sepp jupp
josephine:josy fifi
karl:kalle karli
klaus:klaus niko
konrad:conny kurt
laurent:lolo
louis louise:loulou lou
ludwig:lutz ludi
manfred:manni fred
maria marie:mia mitzi
martin:marti
matthieu mathieu:matze hias mat
maximilian maxime:max maxi
michel michael:michi mich
nathalie natalie:nat natou
nicolas nicole:nico nic
patrick:pat
philippe philipp:phil phips
pierre:pierrot
raphael:raph raffi
rene renee:reno
sebastian sebastien:seb basti
siegfried:siggi sigi
sophie sophia:fifi soso
stephan stephane stefan stephanie:steph stef steffen
suzanne:susi suse
theo:theo teddy
theresa:resi thea
thomas:thom tom
ulrich:uli ulli
valentin:val valou
veronique:vero vroni
vincent:vince
wilhelm:willi willy
wolfgang:wolf wolfi
xavier:xav
yves yvonne:vonnie
adriaan:arie ad
anton:toon ton
cornelis:kees cor
dirk:dick dirk
francisca:frans cis
hendrik:henk rik
jacob:jaap koos
johanna:jo hanneke
johannes johan:jan hans
maarten:maart tinus
pieter:piet peter
willem:wim wil
`,
	// Italian
	`
alessandro alessandra:ale sandro
andrea:andre
antonio antonietta:tonino toni
caterina:cate rina
domenico:mimmo mico
emanuele:manu lele
enrico:chicco rico
federico federica:fede
filippo:pippo
francesco francesca:franco checco
gabriele:lele gabri
giacomo:jack mino
giovanni giovanna:gianni nanni
giuseppe:beppe pino
leonardo:leo nardo
lorenzo:renzo lollo
luigi:gigi gino
matteo:teo matte
michele:michi lino
nicola:nico
pasquale:lino
pietro:piero pierino
raffaele:lele raffa
riccardo:ricky riky
roberto:robi berto
salvatore:toto salvo
stefano:ste
tommaso:tommy maso
valentina valerio:vale
vincenzo:enzo cece
vittorio:vitto
`,
	// Polish
	`
agnieszka:aga agusia
aleksander aleksandra:ola alek
andrzej:jedrek
anna:ania anka
antoni:antek tolek
barbara:basia baska
bartlomiej bartosz:bartek
czeslaw:czesiek
dariusz:darek
dorota:dorotka
edward:edek
elzbieta:ela elka
ewa:ewka ewunia
franciszek:franek
grzegorz:grzes
hanna joanna:hania asia
henryk:heniek
ireneusz irena:irek irenka
jacek:jacus
jadwiga:jadzia
jakub:kuba jakubek
jan:janek jas
jaroslaw:jarek
jerzy:jurek
jozef:jozek
katarzyna:kasia kaska
kazimierz:kazik kazio
krystyna:krysia kryska
krzysztof:krzys
maciej mateusz:maciek mati
magdalena:magda madzia
malgorzata:gosia
maria:marysia maryla
michal:misiek
pawel:pawelek
piotr:piotrek piotrus
ryszard:rysiek
stanislaw:stas staszek
stefan:stefek
tadeusz:tadek tadzio
teresa:tereska renia
tomasz:tomek
wojciech:wojtek
zbigniew:zbyszek
zofia:zosia zocha
`,
	// Russian, Ukrainian
	`
aleksandr aleksandra alexandr alexandra alexander aleksander:sasha sanya shura alex sania
oleksandr oleksandra olexandr:sashko sasha oles olesya
aleksei alexey aleksey alexei:lyosha alyosha lesha alex aleksey
oleksii oleksiy:oleksa lesha lyosha alex
anastasia anastasiya anastasiia:nastya stasya asya nastia
anatoly anatoliy anatolii:tolya tolik
andrei andrey andriy andrii:andy
anna hanna ganna:anya nyura anyuta
anton:antosha tosha toha
arkady arkadiy:arkasha
artem artyom:tyoma tema
boris borys:borya
bogdan bohdan:bodya danya
daniil danil danila danylo:danya dania
daria dariya darya daryna:dasha dasia
denis denys:den denchik
dmitri dmitry dmytro dmitriy dmitrii:dima mitya dimon dimitri dmytryk
ekaterina yekaterina kateryna katerina:katya katia
elena yelena olena:lena olenka alyona
elizaveta yelizaveta yelyzaveta:liza
evgeny yevgeny evgeniy evgenii yevhen evgeni yevgen evgenia yevgenia evgeniya yevheniia:zhenya zhenia eugene jenya
fedor fyodor fedir:fedya
galina halyna:galya halya
gennady gennadiy hennadii:gena
georgy georgiy heorhii:zhora gosha yura
grigory grigoriy hryhorii hryhoriy:grisha hrysha
igor ihor:igorek
ilya illia:ilyusha
irina iryna:ira irisha irka irochka
ivan:vanya vania ivanko
kirill kyrylo:kirya
konstantin kostiantyn:kostya kostia kostik
ksenia kseniya kseniia oksana:ksyusha ksenya ksiusha
larisa larysa:lara
leonid:lyonya lenya
lev:lyova leva
lidia lidiya lidiia:lida
lyubov lubov liubov:lyuba luba
lyudmila ludmila liudmyla lyudmyla:lyuda luda mila lyusya
margarita marharyta:rita margo
maria mariya mariia marya:masha marusya manya
marina maryna:marinka
maksim maxim maksym:max maks
mikhail mikhaylo mykhailo mykhaylo:misha mishka mikhas mykhas
nadezhda nadiia nadia:nadya nadia
natalia nataliya natalya nataliia:natasha nata natalka natalie
nikita mykyta:nik
nikolay nikolai mykola:kolya kolia nick mykolka
olga olha:olya olia olechka
oleg oleh:olezhka
pavel pavlo:pasha pavlik
petr pyotr petro:petya petrik
polina:polya polinka
raisa:raya
roman:roma romka
ruslan:rus
semyon semen:syoma sema
sergey sergei serhii serhiy sergiy sergii:serega serge seryoga
sofia sofya sofiya sofiia:sonya sofa sonia sofiyka
stanislav:stas slava
stepan:styopa
svetlana svitlana:sveta svetik lana
taisia:taya
tamara:toma
taras:tarasyk
tatiana tatyana tetiana:tanya tania
timofey timofei tymofii:tima timosha
vadim vadym:vadik
valentin valentina valentyna:valya valia
valery valeriy valeria valerii valeriya:valera lera
vasily vasiliy vasyl:vasya vasia vasylko
veronika:nika
victor viktor:vitya vitia
victoria viktoria viktoriia viktoriya:vika vikusya
vitaly vitaliy vitalii:vitalik
vladimir volodymyr:vova volodya vovka volodka
vladislav vladyslav:vlad vladik slava
vyacheslav viacheslav:slava slavik
yakov yakiv:yasha
yaroslav yaroslava:yarik slava yasia
yegor egor:egorka
yulia yuliya yuliia julia:yulya yulia yulka
yuri yury yuriy yurii:yura yurko
zinaida:zina
zoya:zoyka
`,
	// Greek
	`
alexandra:alekos alex
anastasia anastasios:natasa tasos
angeliki:kiki lina
antonis:antonis tony
dimitrios dimitris:mimis
eirini:rena irene
eleni:elena lena
evangelos evangelia:lia
georgios georgia:giorgos yiorgos
ilias:lias
ioannis ioanna:giannis yiannis
konstantinos:kostas dinos
kyriakos kyriaki:kiki koula
maria:marika mairi
nikolaos:nikos nick
sotirios:sotiris
stavros stavroula:voula
theodoros theodora:doros
`,
	// Czech, Slovak
	`
alena:ala lena
alexandra:sasa alex
anna:anicka andulka
antonin:tonda tonik
daniel:dan
dominik:domca
eva:evca evicka
frantisek:franta fanda
ivana ivan:iva
jakub:kuba
jan jana:honza jenda
jaroslav:jarda jarka
jiri:jirka jura
josef:pepa jozka
jozef:jozo
juraj:juro
karel:karlik kaja
katerina:katka kacka
kristina:tyna
ladislav:lada laco
lenka:lenicka
ludek:luda
lukas:luky
marie maria:maruska majka
martin:mates
martina:marta
matej:mates
michal:misa misko
milan:milanek
miroslav:mirek mira
petr:peta petrik
stanislav:standa stano
stepan:stepa
tomas:tom tomasek
vladimir:vlada vlado
zdenek:zdena zdenda
`,
	// Hungarian
	`
agnes:agi
alexandra:szandra szandi
andras andrea:andris bandi
anna:annus panni
attila:ati
balazs:bali
bela:beluska
eva:evi evike
erzsebet:bozsi erzsi
ferenc:feri ferko
gabor:gabi
gyorgy:gyuri
gyula:gyuszi
ildiko:ildi
ilona:ica ili
imre:imi
istvan:pista isti
janos:jani jancsi
jozsef:joska jozsi
judit:jutka juci
julianna:juli
karoly:karcsi
katalin:kati kata
krisztina:kriszti krisz
laszlo:laci
lajos:lali
margit:manci
maria:mari marika
mihaly:misi miska
monika:moni
peter:peti
sandor:sanyi
tamas:tomi
tibor:tibi
viktoria viktor:viki
zoltan:zoli
zsuzsanna:zsuzsa zsuzsi
`,
	// Nordic
	`
aleksander aleksandra:aleks alex
anders andreas:andy ante
anna anne:annika anni
bengt:benke
birgitta:gittan britta
carl karl:kalle calle
charlotte:lotta lotte
christina kristina:stina kikki
erik:erka jerker
gunnar:gunne
gustav:gurra gusten
hans:hasse
jakob:jeppe
johan johannes:jonne hans
lars:lasse
magdalena:malin lena
maria:maja mia
mikael:micke mika
nils:nisse
oskar:ossi
olaf:ola
peter:pelle petter
rasmus:rasse
rolf:roffe
sebastian:sebbe
soren:sorre
stefan:steffe
sven:svenne
thomas:tompa
elina:ella
juhani johannes:juha jussi
mikael:miska
timo:timppa
`,
	// Turkish
	`
abdullah:apo
ahmet:ahmo
fatma:fatos fadime
emine:emos
hasan:haso
huseyin:huso
ibrahim:ibo
ismail:ismo iso
mehmet:memo memet
mustafa:musti mistik
murat:muro
suleyman:sulo
zeynep:zeyno
`,
	// Romanian, South Slavic
	`
adrian adriana:adi
alexandru alexandra:alex sandu
andrei andreea:andi deea
constantin:costel costi
cristian cristina:cristi
daniel daniela:dani
dumitru:mitica dima
elena:lenuta nuti
florin florentina:flori
gabriel gabriela:gabi
gheorghe george:gigi ghita
ioan ion ioana:ionel nelu
mihai mihaela:misu miki
nicolae:nicu nico
sebastian:sebi
stefan:fane fanel
victor victoria:vic
aleksandra:sasa aca
bogdan:boda
branislav:bane brane
dragan:gaga
dusan:dule dusko
goran:goca gogi
georgi:gosho gogo
dimitar:mitko dimo
ivan ivana:ivo vanja
jelena:jeca jela
marko:mare
marija:mara maja
milan:miki mica
nebojsa:nesa
nikola:nidza niko
snezana:sneza
stefan:stefche
vladimir:vlada vlado
zoran:zoki
`,
	// Hebrew, Arabic, Persian
	`
abraham:avi avrum
benjamin:beni ben
chaim:haimi
daniel:dani
david:dudi dudu
elijah:eli
esther:esti etti
gabriel:gabi
isaac:itzik tzachi
jacob:kobi yaki
joseph yosef:yossi yosi
menachem:meni mendi
michael:miki micha
moshe:moishe moshiko
nathaniel:nati
rachel:racheli rochel
rafael:rafi
rebecca:riki
samuel:shmulik muli
sarah:sari saraleh
solomon:shlomi momo
jonathan:yoni
abdullah:abboud aboud
ahmed ahmad:hamada hamoudi
fatima:fatoum fatty
hussein:hussam
ibrahim:ibra hima
ismail:ismo
khaled khalid:khallo
mustafa:darsh
youssef yusuf:jo joe
zainab:zouzou zeina
`,
	// India, Indonesia, Philippines
	`
gurpreet:gury preet
harpreet:harry preet
lakshmi:laxmi
rajendra:raj raju
srinivas:sri
venkatesh:venkat venky
vikram:vicky
vishal:vish
agustin:agus tina
bambang:bams
muhammad:mamat amat
nurul:nur
josefa jose:jojo jun
maria:maricar ria
reynaldo:rey
romeo rommel:rom
`,
	// Spread over several languages
	`
adam:ad ady
elisa elise:lis
gregor grigor:greg
lucia:luci lu
otto:ottokar
simon simone:simo
`,
	// Icelandic
	`
adalheidur:heida
arndis:adda
asgeir:geiri
asmundur:asi mundi
bjarni:baddi
bjorn:bjossi
einar:einsi
elin:ella
elisabet:beta lisa
geir:geiri
gudbjorg:gudda gugga
gudmundur:gummi mundi
gudrun:gunna runa
gunnar:gunni
halldor:dori
haraldur:halli
ingibjorg:inga imba
johann:joi
johanna:joa hanna
johannes:joi
jon:nonni
katrin:kata
kristin:stina
kristjan:stjani kiddi
magnus:maggi
margret:magga
maria:maja
olafur:oli lafi
olof:olla
pall:palli
ragnar:raggi
ragnheidur:ragga
sigridur:sigga
sigrun:sirry
sigurdur:siggi
stefan:stebbi
steinunn:steina
sveinn:svenni
thorsteinn:steini
valgerdur:vala
`,
	// Yoruba, Igbo
	`
abimbola:bimbo bola
abiodun:biodun
adaeze:ada
adebayo:bayo ade
adebola:bola
adekunle:kunle ade
ademola:demola
adetokunbo:tokunbo
adewale:wale
akinwale:wale akin
ayodele:ayo dele
babajide:jide
babatunde:tunde baba
bisola:bisi
chiamaka:amaka
chidinma:dinma
chidiebere:ebere
chinedu:nedu
chinonso:nonso
chioma:oma
chukwudi:chudi
chukwuemeka:emeka
folasade:sade
funmilayo:funmi
ifeanyi:ify
ifeoma:ify oma
ikechukwu:ike iyke
ikenna:ike
modupe:dupe
nkemdilim:nkem
obinna:obi
olufemi:femi
olumide:mide olu
oluwaseun:seun
oluwatobi:tobi
omolara:lara omo
omotola:tola
temitope:temi tope
titilayo:titi
tobenna:toby
uchenna:uche
yetunde:yetty
`,
];

/**
 * Spellings of one and the same name, one group a line: by several systems of romanisation, in the two languages of a
 * country (Oleksandr is Aleksandr in Russian, Alexander in older passports), or simply by taste. Names that only share
 * their origin are not in one group: Juan is not called John.
 */
export const spellingGroups = `
alexander aleksandr alexandr aleksander aleksandar oleksandr olexandr
alexandra aleksandra oleksandra
alexey aleksey alexei aleksei oleksii oleksiy
andrey andrei andrii andriy andrej
anastasia anastasiya anastasiia
anatoly anatoliy anatolii
anna hanna ganna
artem artyom
bogdan bohdan
daniil danil danylo
daria dariya darya
denis denys
dmitry dmitri dmitriy dmitrii dmytro
ekaterina yekaterina kateryna katerina
elena yelena olena
elizaveta yelizaveta yelyzaveta
evgeny evgeniy evgenii evgeni yevgeny yevgen yevhen eugene
evgenia evgeniya yevgenia yevheniia eugenia
galina halyna
gennady gennadiy hennadii
georgy georgiy georgi heorhii
grigory grigoriy hryhorii hryhoriy
igor ihor
ilya illia
irina iryna
ivan iwan
kirill kyrylo
konstantin kostiantyn kostyantyn constantin
ksenia kseniya kseniia xenia
larisa larysa larissa
lyudmila ludmila liudmyla lyudmyla liudmila
maria mariya mariia
marina maryna
maxim maksim maksym
mikhail mykhailo mykhaylo mihail
nadezhda nadiia nadiya
natalia natalya nataliya nataliia
nikita mykyta
nikolay nikolai mykola nikolaj
oleg oleh
olga olha
pavel pavlo
petr pyotr petro
sergey sergei serhii serhiy sergii sergiy sergej
sofia sofya sofiya sofiia sophia
svetlana svitlana
tatiana tatyana tetiana tetyana
timofey tymofii
vadim vadym
valentina valentyna
valery valeriy valerii
vasily vasiliy vasyl
victor viktor
victoria viktoria viktoriia viktoriya
vitaly vitaliy vitalii
vladimir volodymyr wladimir
vladislav vladyslav
vyacheslav viacheslav
yulia yuliya yuliia julia iuliia
yuri yury yuriy yurii iurii
yaroslav jaroslav
mohamed mohammed muhammad mohammad mohamad muhammed muhamad mohd
ahmed ahmad ahmet
mahmoud mahmud mahmood mahmut
hussein hussain hossein husain husein huseyin
hassan hasan
youssef yousef yusuf yousuf yousif
ibrahim ebrahim ibraheem
ismail ismael esmail
mustafa mostafa moustafa mustapha
omar umar omer
osman othman usman uthman
khaled khalid
saeed said sayeed
karim kareem
rashid rasheed rachid
jamal gamal
jamil jameel
tariq tarek tareq
walid waleed
nasser naser nasir
samir sameer
salim saleem
hamid hameed
majid majeed
fatima fatema fatemeh fatma
aisha ayesha aicha
zainab zeinab zaynab zeynab zineb
maryam mariam meryem
layla leila laila leyla
khadija khadijah hadija
nour noor nur
abdullah abdallah abdulla
abdulrahman abdelrahman abdurrahman
abdulaziz abdelaziz
amin ameen
reza rida riza raza
mahdi mehdi
yasin yassin yaseen
catherine katherine kathryn catharine katharine cathryn
steven stephen
sara sarah
jeffrey geoffrey jeffery
brian bryan
eric erik erick
mark marc
john jon
ann anne
allan alan allen
philip phillip philipp
lawrence laurence
stuart stewart
teresa theresa
rebecca rebekah rebeca
rachel rachael raquel
sean shaun shawn
graham graeme
neil neal
jonathan johnathan jonathon
nicholas nicolas nikolas
christopher kristopher
kristin kristen
elizabeth elisabeth
michelle michele
debra deborah
louis lewis
zachary zachery
christina cristina kristina
christine kristine
christian kristian cristian
carl karl
klaus claus
stefan stephan
matthias mathias mattias
thomas tomas
fredrik frederik frederic
lucas lukas
isabel izabel
luis luiz
rafael raphael
sophie sofie
nathalie natalie
monica monika
veronica veronika
martha marta
martin marten
ioannis giannis yiannis yannis
georgios giorgos yiorgos
dimitrios dimitris
vasileios vasilios vasilis vassilis
panagiotis panayiotis
aikaterini ekaterini katerina
eirini irini
nikolaos nicolaos
evangelos vangelis
yaakov yakov yaacov
yitzhak itzhak yitzchak
chaim haim hayim
yosef joseph
moshe moses
lakshmi laxmi
srinivas shrinivas sreenivas
pooja puja
deepak dipak
deepika dipika
praveen pravin
naveen navin
sanjeev sanjiv
rajeev rajiv
vikas vikash
geeta gita geetha
kavita kavitha
sunita suneeta
swati swathi
mohd mohamad muhammad
`;
