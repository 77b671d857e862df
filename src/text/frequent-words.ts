/**
 * Words that people all over the world choose as handles and mailbox names, alone, in pairs, or with digits: the
 * project's own list, from general knowledge. Folded, sorted, of four letters or more: the letter model is right about
 * shorter ones. Names are in `population-table.ts`, but for those that are words as well.
 */
const list =
	"academy achilles acid actor actress admin adventure adventurer africa african agent aguila airplane ajax " +
	"alaska alien alive alliance alligator aloha alone always amber america american amor amore amour amsterdam " +
	"anchor ancient android angel angelo angels angry anime anonymous anonymus apollo apple apps arab arabia " +
	"aragorn arcade archer architect argentina arizona armor army arrow arsenal arte artemis artist arts asia " +
	"asian assassin astro astronaut athena athlete atlanta atlas atomic audi audio aunt aurora aussie austin " +
	"australia author auto autumn avenger avengers avenue aviator azul azzurro babe baby babyboy babygirl " +
	"backpacker bacon baer bags baker bakery bali ballet bambi bamboo banana band bandit bangkok bank barbie barca " +
	"barcelona baron bart baseball basil basketball bass batman bayern beach bean beans bear bears beat beatles " +
	"beats beau beautiful beauty beaver bebe beef beer bees beethoven beetle beijing believe believer bella belle " +
	"benfica benz berlin berry best bestie better bianco bicycle bigboss bike biker binary bird birdie bitcoin " +
	"bits black blade blau blaze bless blessed blessing blog blogger blue blueberry bluebird blues blume boat boca " +
	"bold bolt bond bonita bonjour book books bookworm boots boss boston boutique boxer boxes boxing boys brasil " +
	"brave brazil bread bridge bright britain british broken bronx bronze brooklyn brother brown brownie brush " +
	"buddy buffalo bugatti builder bull bullet bulls bunny burger business butter butterfly byte bytes cactus cafe " +
	"cairo cake calcio cali california camaro camera campus canada canadian candle candy cane capitan captain " +
	"caramel cars casa cash casino castle cats celtic celtics chai chain chair champ champion channel chat cheese " +
	"cheetah chef chelsea cherry chess chica chicago chicken chico chief chien child chile chili chill chilled " +
	"chilly chimp china chinese choco chocolate church ciao cinema city classic clean climber climbing clock cloud " +
	"clouds clover club coach cobra cocktail coconut code coder coding coeur coffee coin coins cola cold college " +
	"colombia color colors colour comet company compass computer cook cookie cookies cooking cool copper coral " +
	"corazon corvette cosmic cosmos cotton cougar count cousin cowboy cowboys cowgirl craft crafts crafty crazy " +
	"creation creative creator crew cricket crocodile crow crown crypto crystal cuba cuddly cuore cupcake cute " +
	"cutie cutiepie cyber cyborg cycling cyclist daddy daily daisy dallas dance dancer dancing dark darkness data " +
	"daughter days dead deadpool death deer delfin delhi demon denim denmark denver desert design designer designs " +
	"destiny detective detroit deutsch developer devil devs diablo diamond diamonds dice digital dino dinosaur " +
	"director dirty disco disney diver diving doctor dodgers doggy dogs dollar dolphin donut door dortmund double " +
	"dove dracula dragon dragonfly dream dreamer dreaming dreams dress droid drum drummer drums dubai duchess duck " +
	"dude duke dumbo eagle eagles earth east eastern eclipse eggs egypt eight electric electro elephant elvis " +
	"email ember emerald emperor empire empress engine engineer england english entrepreneur epic espana espresso " +
	"estate estrella eternal eternity etoile euro europe evening ever everton evil explorer extreme faith falcon " +
	"fallen fanatic fans farfalla farm farmer fashion fate father ferrari field fierce fighter fille film films " +
	"find finland fiore fire firefly first fish fisher fishing fitness five flag flame flamengo flamingo flash " +
	"fleur flor florence florida flower flowers fluffy flute flying fodbold food foodie foods football footie " +
	"force forces ford forest forever formula fortnite fortune fotball foto fotografia fotos found founder four " +
	"france frau freak free freedom french fresh frieden friend friends frodo frog frost frosty fudge funk funny " +
	"fussball futbol futebol future fuzzy galaxy game gameboy gamer games gaming gandalf gang gangsta gangster " +
	"garcon garden gardener garfield gato gatto gear gears gecko geek general genius gentleman german germany " +
	"getting ghost ghosts giant giants ginger giraffe girl girls give gladiator glitter global glow goal goat " +
	"goddess gods godzilla goku gold golden golf golfer good goodmorning goose gorgeous gorilla grace grand " +
	"grandma grandpa granny grape grass gray great greece greek green grey group gryffindor guest guitar guitarist " +
	"guns guru guys hacker hades hair hallo hamburg hammer hamster handball handsome happiness happy hardware hare " +
	"harley harmony hase hater haus hawaii hawk heart hearts heaven hell hello help hercules hermosa hero heroes " +
	"herz highway hiker hiking hill hills hiphop hippo history hiver hobbit hockey hogar hogwarts hola holland " +
	"hollywood hombre home homer homie honda honey hongkong hope horse hottie hour house houston huge hugs hulk " +
	"hund hungry hunter hunting hyper idea ideas immortal india indian indonesia inferno infinite infinity insane " +
	"inter international internet invierno invincible invisible iphone iran ireland irish iron ironman isla island " +
	"israel istanbul italia italian italiano italy jackpot jade jaguar james japan japanese jardin jasmine jazz " +
	"jeans jedi jeep jersey jerusalem jets jewel jewels joker journey joyful judo juice jump junge jupiter just " +
	"juventus kangaroo kansas karate karma katze kawaii keys kids killer king kingdom kingkong kings kiss kisses " +
	"kitchen kitkat kitten kitty kiwi knicks knife knight knights know koala koenig konig korea korean kunst kyoto " +
	"lace ladies lady ladybug lake lakers lamb lambo lamborghini lamp laptop large laser lasvegas latte laugh " +
	"lavender lazio lazy leader leaf leather leaves leben leeds legend legendary legends legolas lemon leon " +
	"leopard letter letters liberte liberty library libre lieb liebe life light lightning lights like lily lime " +
	"linda link links linux lion lions lisbon little live liverpool living lobo loca local lock loco loki london " +
	"lonely lord lost lottery lotus loup love lovely lover loves loving luck lucky luigi luna lunar lupo lynx " +
	"lyric machine madchen made madrid maestro mafia mage magic magical magician mail maison maker makeup mama " +
	"mami manchester manga mango manhattan maniac manila mann maps marathon marine marines mario mariposa market " +
	"mars marvel master mate math maths matrix maus maximum media medic meer mega melbourne melody melon member " +
	"mercedes mercury metal metalhead meteor mexican mexico miami mickey micro midnight mighty milan milk million " +
	"mine minecraft mini minnie mint mirror miss mister mobile model modern mommy monde money monk monkey montana " +
	"moon moonlight moonshine moose morning morocco morpheus moscow mother motocross motor motorcycle mountain " +
	"mouse movie movies mozart muffin mujer mumbai mundo munich music musica musician musik musique mustang " +
	"mustangs mylife mystery mystic mystical mythic nacht nail nameless nana napoli naruto nasty nation national " +
	"nations navy nebula negro neko nemo neon nerd nerdy network nevada never newcastle news newyork nice nigeria " +
	"night nights nina nine ninja nino nintendo nobody noche noname norte north northern note notes notte nova " +
	"nuclear nuit nurse nuts oasis ocean octopus odin office official ohio older online only onyx opal opera " +
	"orange orbit orca orchid orlando otaku otter outlaw page pages paint painter paix pakistan palace pancake " +
	"panda pantera panther papa paper papi papillon paris park parrot past pasta path patriot peace peaceful peach " +
	"peacock peanut pearl pencil penguin pepper pepsi perro peru phantom philly phoenix phone photo photographer " +
	"photography photos physics pianist piano pics picture pictures pigeon piggy pikachu pilot pine pineapple pink " +
	"pinoy pirate pixel pizza plage plane planet plata platinum play playa player playing playstation pluto " +
	"podcast poem poet poetry poison pokemon poker police pony popcorn poppy porsche portland porto portugal " +
	"poseidon post potato potter power powerful preacher predator present press pretty priest primavera prince " +
	"princesa princess princesse prinz producer prof professor programmer prophet puma punk puppy pure purple " +
	"python queen queens rabbit racer racing radio rain rainbow raindrop rainy rally rambo ramen random ranger " +
	"rangers rapper raptor raspberry raven reader real realdeal realestate really realtor rebel reborn record " +
	"records redsox reggae reina reine reise republic retro reve rhino rhythm rice rich rider ring rings risen " +
	"rising river road roads robin roblox robot robots rock rocker rocket rockets rocky rojo roma rome ronin roof " +
	"room rooster rosa rose roses rosso rouge route royal royals ruby rugby runner running russia russian sailor " +
	"saint sakura salad salmon salsa salt samba samurai sand santa santos sapphire sasuke savage schatz " +
	"schmetterling scholar school schwarz science scientist scooter scorpion scot scotland scottish scout seal " +
	"seattle secret sensei seoul server seven sexy shadow shadows shanghai shark sheep shell sherlock shield shine " +
	"shining shiny ship shirt shoe shoes shogun shop shopping shrek silk silly silver simba simple simpson sing " +
	"singer singing sister skate skateboard skater skier skyline skywalker slayer sleepy sloth slytherin small " +
	"smile smiley smiling smoke snake sneaker sneakers sniper snoopy snow snowboard snowflake snowy soccer soda " +
	"softball software solar soldier solstice solutions sommer song songs sonic sorcerer soul soulmate sound " +
	"sounds soup south southern space spaceman spaghetti spain spanish spark sparkle sparkles sparrow spartan " +
	"speak spice spicy spider spiderman spirit spirits spock sport sporting sports spring spurs squad squid " +
	"squirrel star starlight stars startrek starwars station steak steel stella stern stockholm stone store " +
	"stories storm stormy story strange strawberry stream street strong student studio style stylist sueno sugar " +
	"summer sunflower sunny sunrise sunset sunshine super supergirl superman superstar surf surfer surfing sushi " +
	"swan sweden swedish sweet sweetheart sweetie swimmer swimming swiss sword sydney system systems table taco " +
	"taiwan tale tales talk talks tango tattoo teacher team tech techie techno technology temple tennis tequila " +
	"terminator terra tester testing texan texas thailand think thinker thor three thug thunder tide tierra tiger " +
	"tigers tigre time timer tiny tired titan titanium toast today toffee tokyo tomorrow tool tools topaz tortoise " +
	"tower toxic toyota trader train trance traum travel traveler traveller travelling travels tree trees tribe " +
	"trinity trip truck true trumpet truth tulip turkey turkish turtle tweety twin twins ultra uncle unicorn union " +
	"united universe university unknown utah vader vampire vanilla vegan vegas vegeta veggie velvet venice venom " +
	"venus verano verde vert vespa vida video videos vienna vietnam viking villa villain vino vintage vinyl violet " +
	"violin viper virginia vivre vlog vodka voetbal vogel voice volleyball volvo voyage waffle wales walk wallet " +
	"wanderer wanderlust warcraft warrior watch water watson wave waves website weekend weekly weird weirdo welsh " +
	"welt west western whale wheel wheels whiskey whisky white wien wild window windows wine winter wish wishes " +
	"witch wizard wolf wolfi wolverine wolves woman women wood woods word words world wrestling writer xbox yacht " +
	"yamaha yankees year years yellow yoda yoga yorker young zealand zebra zelda zero zeus zombie zorro";

const SHORTEST = 4;
let frequent: ReadonlySet<string> | undefined;

/** Whether a folded word is one of those that many people choose independently of each other. */
export function isFrequentWord(word: string): boolean {
	if (word.length < SHORTEST) return false;
	// Unpacked when first asked for.
	frequent ??= new Set(list.split(" "));
	return frequent.has(word);
}

/** Bits of one frequent word: about one in that many, the ones most loved being the likelier. */
export const FREQUENT_WORD_BITS = 10;
