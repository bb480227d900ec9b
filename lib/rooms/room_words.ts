/**
 * The words in room names: short, inoffensive English words that are easy to say and to spell, and that no single
 * mistyped letter turns into each other.
 */
export const ROOM_WORDS: readonly string[] = `
  abacus acorn acrobat actor agate airport alarm album alder alley almanac almond alpine amber anchor angle anthem
  antique antler apple apricot april apron arcade arch arctic arena armchair aroma arrow artisan artist aspen aster
  atlas attic august aurora autumn avenue avocado azure baby bacon badge bagel bagpipe baker balcony ballad ballet
  balloon balm bamboo banana banjo banner baobab barley barn basalt basil basket bassoon bayou beagle beaver beetle
  bench bento berry bike bird biscuit bison blanket blend blink bloom blossom blouse bluebell boat bobcat bonfire
  bonnet bonsai book borage bottle bouquet bowl brass bravo breeze brick bridge brioche broccoli bronze broth brownie
  brush bubble bucket buffalo bugle bulb bundle butter button buzzard cabin cable caboose cactus cake calypso camel
  camera camp canal candle candy canoe canopy canvas canyon caramel caravan card cardigan caribou carol carpet carrot
  cascade cashew cassette castle caviar cedar celery cello chain chalk chapel chart chateau cheese cherry chess
  chestnut chicory chimney chisel chorus chutney cider cinema cinnamon circle citrus city clam clarinet clever cliff
  clock cloud coach coast cobalt cobbler cocoa coconut coffee coin collie comet comic compass concert condor cookie
  copper corgi cork cosmos cottage cotton couscous cove coyote crab cradle crane crater crayon cream crest cricket
  crisp crocus crystal cube cuckoo cup curtain cushion cutlery cycle cypress daffodil dahlia dairy damson dancer dawn
  decade deck delta denim desert diamond dice dingo dinner dipper dish dogwood dolphin dome domino donkey door dragon
  drawer dress drift drizzle drum dune durian dusk earth easel east echo eclipse edamame eel egg elk emerald endive
  engine epic estate evening fabric falcon family fanfare farm farmer feather fedora fennel fern festival feta fiddle
  field fig finch firefly fizz fjord flag flamingo flannel fleet flint flora flower flute foam folk forest fossil
  fountain fox foxglove freckle freesia fresh friend frisbee frog frost fruit fudge gadget galaxy gallery gallop game
  garage garden garlic garnet gazebo gazelle gecko gem gentle geranium geyser gherkin giant gift gingham giraffe
  glacier glade glass glider globe glow glue gnome goblet golden golf gondola goose gopher gouda gourd grain granite
  grape gravel green griffin grove guava guide guitar gull gumdrop gust halibut hammer hammock hamster harmony harp
  harvest hat hawk hazel hazelnut hedge heirloom helium helmet herald heron herring hibiscus hiking hill hippo hobby
  hockey holiday hollow honey hood horizon horn horse hummus husky hydrant ibis igloo iguana impala indigo inlet
  insect island ivory ivy jackal jacket jade jaguar jam jasmine jaunt jazz jeans jelly jersey jet jewel jigsaw jogger
  joker jonquil journal journey joy juggler juice july jumper jungle juniper kale kangaroo kayak kazoo kebab keeper
  kelp kestrel kettle keyboard kimono kiosk kitchen kite kitten kiwi koala kumquat label labrador lace ladder ladle
  lagoon lamb lantern laptop lark lasagna laser lava lavender leaf league legend lemon lemur lens lentil leopard
  lesson letter lettuce library lichen lid light lilac lily lime limerick linen lion liquid lizard llama lobelia
  lobster locket lodge loft logic lotus loyal lucky lullaby lumber lunar lunch lupin lychee lyric macaw machine
  maestro magenta magic magma magnet magpie mahogany mallard mammoth manatee mandolin mango maple marble marigold
  marimba marina market marmot marsh marzipan meadow medal melody melon memory meringue mesa meteor midday midnight
  mild mimosa mineral mint mirror mixer mobile moccasin mocha molasses mole moment monsoon moon moped mosaic moss moth
  motor mouse movie muesli muffin mulberry mural museum mushroom music myrtle mystery nacho narwhal nautical navy
  nebula necklace nectar needle nest nickel noble noodle north notebook nougat novel november nugget nutmeg nutshell
  oak oasis oatmeal oboe ocean ocelot octave october octopus okra olive onion onyx opal opera opossum orange orbit
  orchard orchid oregano organ origami oriole osprey ostrich otter ottoman oven oxygen oyster pacific paddle paella
  page pagoda paint palace pancake panda panel pansy panther papaya paper paprika parade parcel parka parsley parsnip
  pasta pastel pastry patio patrol pavilion peach peacock peanut pearl pebble pecan pelican pen pencil penguin peony
  pepper perfume petal petunia pewter phone photo piano piccolo pickle picnic picture pigeon pigment pillow pilot pine
  pinwheel pioneer pitcher pixel pizza planet plank plate platter platypus plaza plover plum plush podium poem polar
  polka pollen polo pomelo poncho pond popcorn poppy porch porridge port portrait postcard potato powder prairie
  praline pretzel primrose printer prism prune pudding puma pumpkin pupil puppet purple pyramid quail quarry quartz
  queen quest quiche quick quiet quill quince quiver quiz rabbit raccoon radar radish raft raindrop raisin rally ranch
  ranger rapid raven ravioli reader realm recipe reef reindeer relay rhino rhubarb rhythm ribbon ripple risotto river
  road robin robot rodeo roller roof rooster rope rosebud rosemary round rowboat ruby rug ruler rumba runner rustic
  safari saffron salad salmon salsa salt sand sandal sapling sapphire sardine satchel satin satsuma saucer sauna
  savanna scallop scarf scenic schooner science scooter scout seahorse seal season seaweed seed sequin sequoia sesame
  shale shamrock shawl sheep shelf shepherd sherbet shield ship shirt shore shovel shower shrimp shuttle silk silver
  skate sketch ski skill skylark sleeve slipper slope sloth smile snack snail snow snowdrop snowman soap soccer sofa
  soil solid sombrero sonar sonata sorbet soybean space spaniel spark sparrow spatula spinach spiral splash sponge
  spoon spring sprout spruce squash squid squirrel stable stadium stage stamp star starfish starling station statue
  steam stone stool stork street strong studio sugar summer summit sunrise sunset surf sushi swan sweater swift swing
  syrup tablet taco tadpole tailor talent tandem tape tapestry tapir tarragon tassel tavern teacher teapot teaspoon
  temple tempo tender tennis tent terrace terrapin thimble thistle thread thunder tiara ticket tiger tile timber
  tinsel toboggan tofu tomato topaz tortilla toucan tower town tractor trail trapeze tray treasure tree trellis
  triangle tricycle trio trolley trombone trophy tropic trout truck truffle trumpet tuba tugboat tulip tundra tunnel
  turnip turtle tuxedo tweed twig twilight ukulele umbrella unity urban urchin usher vacation vanilla vault velvet
  venture veranda viaduct video view villa village vintage vinyl violet violin visor vista vivid voice volcano volley
  voyage wafer waffle wagon wallaby walnut walrus waltz warbler wave weekend wetland wheat wheel whisker wind windmill
  window winter wisdom wise witty wombat wonder woodland wool wren yacht yellow yeti yodel yoga young yucca zebra
  zephyr zeppelin zero zigzag zinc zinnia zodiac zone zoom zucchini
`.trim().split(/\s+/);
