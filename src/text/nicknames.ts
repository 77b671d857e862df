/**
 * Groups of given names that people swap for one another, the formal forms first, then `:`, then the short ones.
 * The project's own list from general knowledge of English, Spanish, Portuguese, French, German, Italian, Dutch,
 * Polish, Russian and Ukrainian usage; coverage of the English ones was checked against carltonnorthern/nicknames.
 */
const groups = `
aaron:ron ronnie
abigail:abby abbie gail
abraham:abe bram
adam:ad
agnes agnieszka:aggie aga
alan allan allen:al
albert alberto:al bert bertie beto
alexander alexandre alejandro alexandr aleksandr aleksander oleksandr alessandro:alex al sandy xander sasha sascha lex ale sandro olek oleks
alexandra alejandra aleksandra oleksandra alessandra:alex sandra sasha lexi ola ale
alfred alfredo:al fred alf alfie fredo
alice alicia alison allison:ali allie ally
amanda:mandy
amelia:amy millie mia
andrew andreas andre andrei andrey andriy andrzej anders:andy drew andi dre
angela angelina:angie
ann anna anne hannah ana:annie nan nancy anka ania anya anja
anastasia anastasiya:nastya ana stacy stasia
anthony antonio antoine anton antonin:tony ant toni tonio tono
antonia antoinette:toni netta tonia
archibald:archie
arnold:arnie
arthur:art artie
augustus augustine agustin:gus august augie tino
barbara:barb babs barbie basia
bartholomew bartolomeo:bart
beatrice beatriz:bea bia trixie
benjamin benedict benoit:ben benny benji benn
bernard bernhard bernardo:bernie bern
bradley:brad
brian bryan:bri
calvin:cal
cameron:cam
caroline carolyn carolina:carol caro carrie lina
catherine katherine kathryn kathleen cathryn catharine katharina ekaterina kateryna katarzyna caterina catarina:kate kathy cathy katie kat kit kitty cat katya kasia kati katja kay rina
cecilia cecile:cece ceci celia
charles carlos carl karl:charlie chuck chas chaz chip charley carlitos
charlotte carlota:lottie charlie lotte lola
chester:chet
christian:chris kris
christine christina kristina kristin kristen cristina krystyna:chris tina chrissy christy kris kristy kristi krissy krysia
christopher kristopher cristobal christoph krzysztof:chris kit topher kris krzysiek
clifford clifton:cliff
clinton:clint
conrad konrad:con
constance:connie
cornelius cornelia:con neil nell connie cor kees
cynthia:cindy cyn
daniel danilo:dan danny dani
danielle daniela:dani
david:dave davy davey
deborah debra:deb debbie debby
dennis denis:den denny
desmond:des
dmitri dmitry dmytro dmitriy:dima mitya dimitri
dominic dominik domenico domingo:dom nick mimmo nico
donald:don donnie donny
dorothy dorothea:dot dottie dolly dora thea
douglas:doug dougie
edgar:ed eddie
edith:edie
edmund edward eduardo edouard edwin edmond eduard:ed eddie ted ned teddy eddy edu lalo
eleanor eleonora elena:ellie nell nora lena ella
elijah elias:eli
elizabeth elisabeth elisabetta elzbieta isabel yelizaveta:liz beth betsy eliza lizzie betty bess libby lisa elise liza elsa ela elsie isa bella lieselotte lilibeth
emily emilia:em emmy emmie millie
emmanuel manuel:manny manu manolo
eric erik erich:rick
ernest ernesto:ernie neto
esther hester:essie hettie
eugene yevgeny evgeny evgenii yevhen evgeniy:gene zhenya
florence:flo flora florrie
frances francesca francisca francoise franziska:fran frankie fanny franny paca fran franzi
francis francisco francesco francois frank franz franciszek frantisek franklin:frank fran paco pancho frankie franky cisco chico franco franek franta
frederick fredrick frederic friedrich federico fredrik:fred freddie freddy rick fritz fede
gabriel gabriella gabrielle gabriela:gabe gaby gabby gabi
gareth gary garry:gaz
genevieve:gen ginny
geoffrey jeffrey jeffery:geoff jeff
george jorge georg jerzy giorgio georges jurgen:georgie jordi jurek coque
gerald gerard gerardo gerhard:gerry jerry gerd
gilbert gilberto:gil bert
giovanni:gianni gio nanni vanni
giuseppe:beppe pino peppe
gordon:gord
gregory gregor grigory grzegorz hryhoriy:greg gregg grisha
guillermo:memo guille
gustavo gustav:gus tavo gus
harold harald:harry hal
harrison:harry
helen helene helena olena:nell lena nellie ellen
henry heinrich enrique henri hendrik henryk enrico:harry hank hal kike quique heinz henk rik heiko hen
herbert:herb bert herbie
howard:howie
hubert:hugh bert
hugh hugo:hughie
ignacio ignacy:nacho iggy
isaac:ike zac izzy
isabella isabelle isabel:bella izzy belle isa
ivan:vanya
jacob jakob jacobo jakub:jake coby kuba jack
jacqueline:jackie jacqui
james jaime jaume:jim jimmy jamie jimmie jem jay
jane janet janine joanna:jan janie jenny jo
jason:jay
jean jeanne:jeannie
jennifer:jen jenny jenn jennie
jeremy jeremiah:jerry jem
jerome:jerry
jessica:jess jessie
jesus:chuy chucho
joan joanne joanna:jo joanie
joaquin joaquim:quim quino
john johannes johan juan jean giovanni jan ivan joao johann jon:jack johnny jon johnnie jock hans hannes joop sean ian evan jojo juanito janek
jonathan johnathan jonathon:jon john johnny jonny nathan
joseph jose josef jozef giuseppe iosif osip josep:joe jo joey pepe sepp jos pep zeca ze jupp
josephine josefina:jo josie fina jojo
joshua:josh
judith:judy jude
julia juliana julie yulia:jules juli julia
julian julio julius:jules
justin:jus
karen:kaz
kenneth:ken kenny
kevin:kev
kimberly kimberley:kim kimmy
konstantin kostiantyn konstantinos constantin:kostya costas kostas
kristian:kris
larissa larisa:lara
laura lauren laurence laurent lorenzo lawrence:larry laurie lars lori renzo lolo
leonard leonardo leon:leo len lenny leonid
leonid:lenya leo
leslie lesley:les
lewis louis luis ludwig ludovic luigi:lou louie lewie lucho gigi gino
lillian lilian liliana:lily lil lili
linda belinda melinda:lin lindy mindy
lucas lukas luke luca lukasz:luc luk
lucy lucia:lu luci
ludmila lyudmila:mila luda lyuda
magdalena:magda lena maggie
malgorzata:gosia malgo
marcus marc marcos marek marco:mark marc
margaret margarita marguerite margarida margherita margarete:maggie meg peggy marge margie greta daisy rita megan peg margo gretchen grete madge
maria marie mary mariya mariia:mae molly polly mia mimi masha marysia mariechen mari maja
martin martinus:marty maarten tin
martha marta:marty mattie
matilda mathilde:tilly tilda
matthew mathew mateo matteo matthias matthieu mateusz matteus:matt matty mat teo matze
maurice mauricio maurizio:mo mauro moe
maximilian maxim maksim maksym maximiliano:max maks
melissa melanie:mel missy lissa
michael miguel michel mikhail michele mikael mykhailo mykhaylo michal:mike mick micky mickey mikey misha mischa micha miki mikel
michelle micheline:shelly mich
mildred:millie
mitchell:mitch
mohammed muhammad mohamed mohammad mehmet ahmed:mo hamada
mykola nikolai nicholas nikolay nicolas nikolaus nicola niccolo mikolaj nikolaos nikola:nick nicky kolya nico niko klaus colin nik claus nikos mikey
nadezhda nadia:nadya
natalia natalie nataliya natasha:nat tasha natalka nata
nathaniel nathan:nate nat
nicole nicola:nicky niki nikki nic
norman:norm
oliver:ollie
olivia:liv livvy
oscar:ozzie
pamela:pam
patricia patrizia:pat patty tricia patsy trish pati
patrick patricio patryk:pat paddy rick
paul paulo pablo paolo pavel pawel pavlo:paulie pavlik pol
paula paulina pauline:polly pau
penelope:penny
peter pedro pierre petr pyotr petro pieter piotr pietro:pete piet piero pim pit
philip phillip felipe philippe filip filippo:phil pip flip lipe
prudence:prue
rachel raquel:rach
ralph:rafe
randall randolph:randy
raphael rafael raffaele rafal:rafa raf raffi
raymond raimundo ramon:ray mon
rebecca rebeca:becky becca beck
reginald:reg reggie
ricardo richard riccardo:rick dick rich richie ricky rico dickie ritchie ric
robert roberto:bob rob bobby robbie robby bert bobbie berto beto robin
roderick rodrigo rodney:rod roddy
roger rogelio:rog
roland rolando orlando:rolly lando
ronald ronaldo:ron ronnie ronny
rosemary rosemarie rosa rose:rosie romy
rudolf rudolph:rudi rudy
russell:russ rusty
salvador salvatore:sal salva toto
samantha:sam sammy
samuel:sam sammy
sarah sara:sally sadie
sebastian:seb bastian basti bas seba
sergei sergey sergio serhiy sergiy:serge seryozha
sharon:shaz
sidney:sid
simon simeon:si
sofia sophia sophie zofia:sophie zosia sonia sofi
solomon:sol
stanley stanislav stanislaw stanislaus:stan stas
stephanie stefanie:steph steff steffi stephie
stephen steven stefan stephane esteban stepan estevao szczepan:steve stevie steph stef
stewart stuart:stu
susan suzanne susanna susanne zuzanna:sue suzie susie suzy sanna zuza susi
svetlana svitlana:sveta lana
sylvester:sly
tatiana tatyana tetiana:tanya tania tata
terence terrence teresa theresa therese:terry tess tessa terri tere
theodore theodor teodoro:ted teddy theo teo fyodor
thomas tomas tomasz tommaso :tom tommy thom tomek maso
timothy timofey:tim timmy
tobias:toby tobi
valentina valentin valerie:val tina
vasily vasyl vasilis:vasya basil
veronica veronika:ronnie roni nika vero
victor viktor vittorio:vic vitya
victoria viktoria vittoria:vicky tori vicki vika
vincent vincenzo vicente:vin vince vinny enzo chente
virginia:ginny ginger
vladimir volodymyr:vova volodya vlad
vyacheslav viacheslav:slava
walter walther:walt wally
wilhelm william willem guillaume:bill will billy willy liam willie wim wil helmut gui
wilhelmina:mina willa minnie
winifred:win winnie
yaroslav jaroslav:slava yarik
yuri yury yurii georgy:yura
zachary zachariah:zach zack zac zak
`;

let index: ReadonlyMap<string, readonly string[]> | undefined;

function build(): ReadonlyMap<string, readonly string[]> {
	const related = new Map<string, Set<string>>();
	for (const line of groups.trim().split("\n")) {
		const [formal = "", short = ""] = line.split(":");
		const formals = formal.split(" ");
		const shorts = short.split(" ");
		const add = (name: string, others: readonly string[]): void => {
			const set = related.get(name) ?? new Set();
			for (const other of others) if (other !== name) set.add(other);
			related.set(name, set);
		};
		// Short forms stand for every formal name of the group; formal names do not stand for each other (Juan is not
		// called John).
		for (const name of formals) add(name, shorts);
		for (const name of shorts) add(name, [...formals, ...shorts]);
	}
	return new Map([...related].map(([name, others]) => [name, [...others].sort()]));
}

/** Other names by which a bearer of this given name is commonly known (folded, Latin letters), and the reverse. */
export function nicknamesOf(given: string): readonly string[] {
	index ??= build();
	return index.get(given) ?? [];
}

/** P(a bearer of this given name shows one certain of its short forms): a fifth of them show any. */
export function nicknameWeight(given: string): number {
	return Math.max(0.02, 0.2 / Math.max(1, nicknamesOf(given).length));
}
