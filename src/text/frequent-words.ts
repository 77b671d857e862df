/**
 * Words that people all over the world choose as handles and mailbox names, alone, in pairs, or with digits: the
 * project's own list, from general knowledge. Folded, each once. Names of people are in `population-table.ts`.
 */
const list =
	// sports and games
	"football soccer footie futbol futebol calcio fussball fodbold fotball voetbal basketball baseball softball " +
	"volleyball handball hockey rugby cricket tennis golf golfer boxing boxer wrestling karate judo yoga fitness " +
	"gym runner running marathon cyclist cycling bike biker rider skater skate skateboard surfer surf surfing " +
	"snowboard skier ski climber climbing swimmer swimming diver diving fishing fisher hunter hunting hiker " +
	"hiking archer racing racer formula rally motocross motor sport sports athlete champion champ coach player " +
	"gamer gaming game games gameboy nintendo playstation xbox pokemon pikachu zelda mario luigi sonic minecraft " +
	"fortnite roblox warcraft chess poker casino joker dice arcade liverpool arsenal chelsea everton newcastle " +
	"manchester united city madrid barcelona barca juventus milan inter roma napoli lazio bayern dortmund ajax " +
	"celtic rangers benfica porto sporting flamengo corinthians palmeiras santos boca river lakers bulls celtics " +
	"knicks yankees redsox dodgers giants cowboys packers steelers patriots eagles ravens bears lions tigers " +
	"jets rockets spurs hotspur leeds villa aston wolves sunderland galatasaray fenerbahce besiktas goal " +
	// animals
	"dragon tiger lion wolf fox bear panther jaguar leopard cheetah puma cougar lynx cat cats kitty kitten " +
	"kitkat dog dogs puppy doggy hound horse pony unicorn stallion mustang zebra giraffe elephant rhino hippo " +
	"buffalo bull cow pig piggy goat sheep lamb deer moose elk rabbit bunny hare mouse rat hamster squirrel " +
	"beaver otter badger raccoon skunk monkey gorilla ape chimp panda koala kangaroo sloth bat eagle hawk falcon " +
	"raven crow owl parrot penguin swan duck goose chicken rooster turkey peacock flamingo dove pigeon sparrow " +
	"robin bluebird bird birdie phoenix snake cobra viper python lizard gecko turtle tortoise frog toad " +
	"crocodile alligator dino dinosaur raptor shark whale dolphin orca seal fish salmon trout octopus squid crab " +
	"lobster spider scorpion bee bees bug beetle ladybug ant butterfly mariposa papillon farfalla schmetterling " +
	"dragonfly firefly moth mosquito worm snail gato perro gatto cane chat chien loup lobo lupo tigre leon " +
	"aguila oso zorro pantera delfin schatz katze hund maus hase wolfi baer vogel " +
	// nature, weather, sky
	"sun sunny sunshine sunset sunrise sunflower moon moonlight moonshine luna star stars starlight stella " +
	"estrella etoile stern sky skyline cloud clouds rain rainy rainbow raindrop storm stormy thunder lightning " +
	"snow snowflake snowy ice icy frost frosty winter summer spring autumn verano invierno primavera ete hiver " +
	"sommer winterzeit estate fire flame blaze inferno ash ember smoke water ocean sea mar mare meer beach playa " +
	"plage lake stream island isla wave waves tide coral pearl shell sand desert oasis mountain montana valley " +
	"canyon hill hills cliff rock rocky stone stones pebble earth terra tierra world mundo monde welt planet " +
	"galaxy cosmos cosmic universe nebula comet meteor orbit rocket space spaceman astro astronaut alien ufo " +
	"mars venus jupiter saturn neptune pluto mercury apollo zeus atlas thor odin loki hercules achilles athena " +
	"artemis hades poseidon eclipse aurora solstice solar lunar nova forest woods wood tree trees leaf leaves " +
	"oak willow maple pine cedar birch ivy rose roses rosa lily tulip daisy violet orchid jasmine lavender poppy " +
	"flower flowers flor fleur blume fiore garden gardener jardin meadow grass green farm farmer field cactus " +
	"bamboo lotus clover berry cherry " +
	// food and drink
	"apple banana orange lemon lime peach mango melon strawberry blueberry raspberry grape coconut pineapple " +
	"avocado olive tomato potato carrot onion pepper chili ginger garlic mint basil honey sugar sweet sweetie " +
	"candy cookie cookies biscuit cake cupcake muffin pie chocolate choco vanilla caramel toffee fudge brownie " +
	"donut waffle pancake bread toast butter cheese pizza pasta spaghetti noodle noodles ramen sushi taco " +
	"burrito nacho burger bacon sausage steak beef ham egg eggs soup salad rice bean beans nut nuts peanut " +
	"walnut almond popcorn pretzel coffee cafe espresso latte tea chai milk juice beer wine vino vodka whiskey " +
	"whisky rum tequila cocktail soda cola pepsi chef cook cooking kitchen baker bakery foodie food foods vegan " +
	"veggie spice spicy salt " +
	// colours, gems, metals, numbers
	"red rouge rojo rosso black negro noir nero schwarz white blanco blanc bianco weiss blue blau bleu azul " +
	"azzurro verde vert gruen yellow purple pink brown grey gray silver gold golden oro plata bronze copper iron " +
	"steel metal titan titanium platinum diamond diamonds ruby emerald sapphire crystal amber jade onyx opal " +
	"topaz jewel jewels gem zero one two three four five six seven eight nine ten eleven twelve hundred thousand " +
	"million first second third uno dos tres quatro eins zwei drei double triple single " +
	// people, family, roles
	"man men woman women boy boys girl girls guy guys kid kids child baby babe babygirl babyboy bebe mom mum " +
	"mommy mama mami dad daddy papa papi father mother brother bro sister sis son daughter uncle aunt grandpa " +
	"grandma granny nana twin twins cousin friend friends bestie buddy pal mate dude homie chico chica nino nina " +
	"hombre mujer garcon fille mann frau junge madchen lady ladies gentleman sir mister mrs miss king queen " +
	"kings queens prince princess princesa princesse prinz koenig konig rey reina roi reine duke duchess count " +
	"baron lord knight knights squire emperor empress royal royals crown captain capitan commander general major " +
	"sergeant soldier army navy marine marines sniper ranger scout pilot aviator sailor pirate viking warrior " +
	"fighter gladiator spartan samurai ninja ronin shogun assassin killer slayer hero heroes villain wizard " +
	"witch magician mage sorcerer vampire zombie ghost ghosts phantom spirit spirits demon devil diablo angel " +
	"angels angelo heaven hell saint santa god gods goddess monk priest preacher prophet teacher prof professor " +
	"doctor doc nurse medic dentist lawyer judge sheriff cop police detective agent spy hacker coder coding " +
	"programmer developer dev devs engineer architect builder maker creator designer artist painter writer " +
	"author poet poetry poem editor journalist reporter news journal photographer photo photos foto fotos " +
	"photography fotografia camera picture pictures pics film films cinema movie movies actor actress director " +
	"producer model fashion style stylist beauty makeup hair nails barber tattoo dancer dance dancing ballet " +
	"singer singing song songs music musica musique musik musician guitar guitarist drummer drum drums bass " +
	"piano pianist violin cello flute sax trumpet band rapper rap hiphop rocker punk metalhead jazz blues soul " +
	"funk disco techno house trance reggae salsa tango samba opera radio vinyl record records studio beats beat " +
	"melody harmony rhythm lyric mozart beethoven elvis beatles traveler traveller travel travels travelling " +
	"viajero voyage voyager reise reisen explorer adventure adventurer nomad wanderer wanderlust backpacker " +
	"tourist journey trip driver trucker cowboy cowgirl rebel outlaw bandit gangster gangsta thug mafia boss " +
	"bigboss chief leader master maestro guru genius geek nerd nerdy freak weirdo dreamer thinker reader " +
	"bookworm book books library student scholar school college university campus academy science scientist " +
	"physics chemistry biology math maths history philosophy trader investor banker broker dealer seller buyer " +
	"shopper owner founder entrepreneur consultant analyst accountant marketer recruiter realtor realestate " +
	"plumber electrician mechanic carpenter worker expert specialist freelancer mentor volunteer citizen patriot " +
	"democrat republican liberal " +
	// feelings, qualities
	"love lover lovers lovely loves loving amor amore amour liebe lieb corazon coeur cuore herz heart hearts " +
	"sweetheart kiss kisses hug hugs happy happiness joy joyful smile smiley smiling laugh funny fun lol crazy " +
	"loco loca mad insane wild savage fierce brave bold strong power powerful mighty super superman supergirl " +
	"superstar mega ultra hyper turbo max maximum extreme epic legend legends legendary mythic magic magical " +
	"mystic mystical mystery secret shadow shadows dark darkness light lights bright shine shiny shining glow " +
	"glitter sparkle sparkles spark flash neon laser electric electro atomic nuclear toxic poison venom acid " +
	"cool cold hot chill chilled chilly lazy sleepy tired hungry angry grumpy moody silly goofy dizzy fuzzy " +
	"fluffy cuddly cute cutie cutiepie pretty beautiful bella bonita linda hermosa belle beau handsome sexy " +
	"hottie gorgeous gentle kind nice pure simple humble honest true truth real really free freedom libre " +
	"liberty liberte peace peaceful paz paix frieden hope faith believe believer grace blessed bless blessing " +
	"lucky luck fortune destiny fate karma zen soulmate forever eternal eternity infinity infinite always never " +
	"ever only lonely alone lost found broken fallen rising risen reborn immortal invisible invincible unknown " +
	"anonymous anonymus nobody somebody someone anyone everyone noname nameless random weird strange odd little " +
	"small tiny mini micro big large huge giant great grand best better good bad evil nasty dirty clean fresh " +
	"new old young older ancient classic vintage retro modern future past present vida life alive live living " +
	"vivre leben death dead die " +
	// things
	"car cars auto truck van bus train plane airplane jet boat ship yacht bicycle motorcycle scooter wheel " +
	"wheels engine ferrari porsche bmw audi mercedes benz toyota honda yamaha suzuki kawasaki harley ducati " +
	"lambo lamborghini bugatti corvette camaro mustangs jeep ford volvo vespa subaru home casa maison haus hogar " +
	"door window roof room bed table chair lamp candle mirror clock watch phone iphone android mobile computer " +
	"laptop mac linux windows pixel robot robots cyborg cyber droid matrix binary digital data code byte bytes " +
	"bit bits net network web website online internet link links server system systems tech technology techie " +
	"solutions software hardware app apps media video videos audio sound sounds voice channel blog blogger vlog " +
	"podcast press daily weekly today tomorrow morning goodmorning day days night nights midnight noche nuit " +
	"nacht notte evening weekend monday friday saturday sunday january june july august september october " +
	"november december time timer hour year years ring rings necklace watchman box boxes bag bags hat cap shirt " +
	"dress shoe shoes sneaker sneakers boots sock socks jeans denim leather silk cotton velvet lace ribbon " +
	"button pocket wallet money cash dollar euro coin coins bitcoin crypto bank rich lottery jackpot key keys " +
	"lock bullet gun guns sword blade knife arrow bow shield armor axe hammer nail tool tools machine gear gears " +
	"bolt chain anchor compass map maps flag bridge road roads street avenue highway route path way station " +
	"tower castle palace temple church park market shop store shopping boutique office business company group " +
	"team crew club gang tribe force forces squad union alliance empire kingdom republic nation nations paper " +
	"pencil pen brush paint ink color colors colour art arts arte kunst craft crafts crafty design designs " +
	"creative creation idea ideas dream dreams dreaming sueno reve traum wish wishes story stories tale tales " +
	"word words letter letters page pages note notes message mail email inbox post poster talk talks talker " +
	"speak speaker listen sing play playing jump jumper run walk walker fly flyer flying skywalker vader jedi " +
	"yoda starwars startrek spock batman spiderman ironman hulk avenger avengers marvel wolverine deadpool " +
	"hobbit gandalf frodo aragorn legolas potter hogwarts gryffindor slytherin naruto sasuke goku vegeta anime " +
	"manga otaku kawaii sakura sensei neko disney mickey minnie donaldduck simba bambi dumbo nemo shrek barbie " +
	"snoopy garfield tweety bugsbunny homer bart simpson sherlock watson james bond neo trinity morpheus " +
	"terminator rambo predator godzilla kingkong dracula " +
	// places
	"america american usa canada canadian mexico mexican brazil brasil argentina chile peru colombia cuba " +
	"england english britain british scotland scottish scot ireland irish wales welsh london paris france french " +
	"germany german deutsch berlin munich hamburg wien vienna austria swiss spain spanish espana italy italia " +
	"italian italiano rome florence venice portugal lisbon greece greek athens turkish istanbul russia russian " +
	"moscow poland polish warsaw prague ukraine sweden swedish stockholm norway oslo denmark danish finland " +
	"holland dutch amsterdam belgium europe africa african nigeria kenya egypt cairo morocco ghana israel " +
	"jerusalem dubai arabia arab iran india indian delhi mumbai pakistan asia asian china chinese beijing " +
	"shanghai hongkong taiwan japan japanese tokyo kyoto korea korean seoul thailand bangkok vietnam bali " +
	"indonesia jakarta manila pinoy australia aussie sydney melbourne kiwi zealand hawaii aloha alaska texas " +
	"texan florida california cali nyc newyork yorker brooklyn bronx manhattan boston chicago detroit philly " +
	"vegas lasvegas dallas houston austin miami orlando atlanta seattle portland denver hollywood jersey georgia " +
	"carolina virginia dakota nevada arizona ohio indiana kansas utah north south east west northern southern " +
	"eastern western norte sur oeste nord sued " +
	// small words
	"the and you your yours mine myself its not yes hey hello hola ciao bonjour hallo bye goodbye thanks please " +
	"just like this that here there where when what why who how now then for from with without about over under " +
	"inside outside out off all more most some any every other another same own get got getting give make made " +
	"take going gone come coming back see look looking find think know want need feel keep stay wait stop start " +
	"ready set done again mylife mylove iam officialpage official original realdeal fan fans fanpage hater " +
	"haters addict junkie maniac fanatic queenbee test tester testing example sample user username admin guest " +
	"member account profile info contact support help service sales global international local national central " +
	"main";

let frequent: ReadonlySet<string> | undefined;

/** Whether a folded word is one of those that many people choose independently of each other. */
export function isFrequentWord(word: string): boolean {
	// Unpacked when first asked for.
	frequent ??= new Set(list.split(" "));
	return frequent.has(word);
}

/** Bits of one frequent word: about one in that many, the ones most loved being the likelier. */
export const FREQUENT_WORD_BITS = 10;
