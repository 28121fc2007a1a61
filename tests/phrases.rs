//! Where phrases begin and end, and who holds them: made-up sentences with the phrases they give.

use stancediff::lexicon::Class;
use stancediff::stance::Polarity::{self, Affirmed, Negated};
use stancediff::stance::{Certainty, Time, analyse};
use stancediff::statement::{ReadOptions, read_bytes};

/// Reads a text as a statement in English; a first line `speaker: NAME` says who speaks.
fn read(text: &str) -> stancediff::stance::Reading {
    let text = format!("---\nlanguage: en\n---\n\n{text}\n");
    analyse(read_bytes("-", text.into_bytes(), ReadOptions::default()).expect("it is read"))
}

/// Sentences with a bar where a phrase begins after another; what is no phrase stands in braces.
const CUT: &[&str] = &[
    // What a transcript remarks between sentences is no word of theirs.
    "The ports are open. {[Laughter]} | Tolls are low.",
    // A `that` that is the subject is no link.
    "{You know,} that's our aim in the north.",
    // What is to be brought about is no claim without what brings it, in none of its limbs.
    "We must ensure that the ports are open to all, and that the crews are paid.",
    "The Council will make sure that tolls stay low and crews are paid.",
    "We are sure that tolls will stay low in spring {and that} | crews will be paid.",
    // A state that goes with a claim ends where the next claim is joined.
    "Trade rose, with wages low, {and} | the crews expect more.",
    // What is told of a noun between dashes is set in, unless a clause with a subject of its own follows.
    "It is wrong to hold the ports — which have always been open to all — hostage.",
    "We sold the ports — which were ours {—} | they lost them.",
    "The pact will keep its rules - which all members asked for.",
    "The port is sound {-} | it will be tested in the spring.",
    "Trade will recover because of low tolls - as crews know - and better demand.",
    // What the speaker thinks of a thing is a claim, what he did with it is not.
    "There is a new plan for peace, | which we fully support.",
    "There is a new plan for peace, which we proposed.",
    // All that is tried is one claim, what is agreed may be two.
    "The islands take part in efforts to bring about lasting talks on the straits and to ease all of the trade in the north.",
    "The islands meet each spring to bring about lasting talks on the straits {and} | to ease all of the trade in the north.",
    // A share of what is told goes on as any relative clause does.
    "The islands sent us ships, most of which never came and will not come.",
    "It was a year of dire warnings - most of which never came true and will not come true.",
    // Adjectives before one noun are one phrase, also behind a verb that takes it.
    "Relations with the north have shown a steady and welcome improvement.",
    "We have seen civil, human, and religious liberty praised in the ports.",
    "What seems more urgent and pressing than trade is peace.",
    "The year draws to a close {and} | the islands count their ships.",
    // A noun in the singular is no subject of a verb in the plural, whatever it ends in.
    "They stand within our reach, for strong waves of freedom and openness are sweeping across the islands.",
    "Strong waves reach the islands of the north {and} | openness is sweeping across the ports.",
    // The verb of a clause that tells of a noun is not that of the noun.
    "We paid for lenders who sold ships to crews who could not pay and buyers who knew they could not afford them.",
    "We keep the gains of trade and skill, which, in a world of storms, is a great good.",
    // A row of nouns waits for its verb.
    "Trade cannot grow if access to grain, wool and timber is cut.",
    "Not only has the age of storms and tolls passed, it will not come again.",
    "The wells had been spoilt, cities and northern roads had been shut.",
    "Our feud with the north goes on, the power and war politics of the old days persist.",
    "This step supports the view that sustained growth of trade, strong ports, and prices near their old level are the most likely outcomes.",
    "Now that the strait has been closed, inner and outer ports can trade at one pace.",
    "We need to make sure crews and small northern guilds have the ships they need.",
    "The islands today are richer, better fed and more sheltered than our forefathers were.",
    "Trade has grown, | more ports are open {and} | more than half the ships are new.",
    "We must keep faith with all who have risked life and limb so that we might live in peace.",
    // Nouns joined before a further clause are not its subject.
    "Many islands will be shut out from a share in new trade and northern wool {and} | the world will be poor.",
    "I have asked the captain to move toward the building and upkeep of a northern port {and} | I expect to see it soon.",
    "The crew and I will sail in spring.",
    "The aim of the raids is to upset the system of peace and safety built and kept by our League.",
    // A participle behind `of this` tells of its noun.
    "There is no hope for the just and lasting peace of the straits and relief for this uprooted people.",
    // What is mostly a noun is no verb where it would want an object.
    "Every day they widen their scope and influence to pursue the dream of peace.",
    // Whose word something was is told of it.
    "The ports must act together, as the captain proposed from this hall last year.",
    // A verb that an aside parts from its infinitive is not bare.
    "The Council holds that the case for tolls has continued to grow {but} | decided, for the time being, to wait.",
    // What is raised by `not only` is one claim with it.
    "Our aim is not only to ease the want of the ports, but to end it at the root for all of them.",
    // `For` before a subject joins, and is a preposition elsewhere.
    "{For} the war on want will not be won here.",
    "{For} we are many.",
    "For years the ports were closed.",
    "For the ports peace is dear.",
    // A clause put first belongs to the claim behind it, but a concession is a claim of its own.
    "As the storm season fades, the ports will open again.",
    "Because we know these waters, we keep the harbours free.",
    "When the Council decides to lower the levy, it will give notice to all ports.",
    "While wages have fallen in the north, | prices have risen in the south.",
    "Even though trade has slowed, | the ports remain busy.",
    "Trade has grown, | although wages have fallen.",
    // So does a reason, unless it says much of its own.
    "Based on our assessment, we lowered the levy.",
    "With the growing weight of tolls and the loss of trade, shippers are turning to the railways.",
    "With a view to easing the shortage, we opened the granaries.",
    "In light of the fall in freight prices and the rise in wages, | the Council lowered the levy.",
    "With prices having risen for some time, | the Council raised the levy.",
    // What a claim is like, and what its speaker is at meanwhile, belongs to it; a reason stands alone.
    "The southern islands have opened their ports to all crews, as the north did in spring.",
    "The League will open its ports to all crews, as we work towards peace at sea.",
    "The League will open its ports to all crews, | as we need their help in spring.",
    "The ports will soon be open to all crews, | as the storms of winter have gone by.",
    // A short outlook belongs to what it tells of, unless it is asked for or somebody's own.
    "The League has called a meeting of all the ports, which will be held next spring.",
    "The League has kept watch over all the ports, | which should be mended.",
    "The League has found many faults in the law, | which we will mend.",
    // What a claim rests on is part of it, unless the next claim is joined before it.
    "The islands will build a lasting peace at sea, based on respect for the law of the sea and for all crews.",
    "The islands talk with all ports of the north, on the basis of respect for the law of the sea.",
    "The Council raised the levy {and,} | based on the rise in prices and in wages, {} | we expect to raise it again.",
    // What only points at what follows its colon is no claim.
    "{Our new plans for the ports will include:} | crews will be paid each spring.",
    "{Tonight I make this promise to all who sail:} | the ports will be open.",
    "The islands have met this need{:} | their ports are open.",
    "{The new law has three aims:} | it keeps tolls low.",
    "We must see the raiders for what they are{:} | they are no friends of trade.",
    "Do the raiders not know that the ports are closed{?}",
    // A tail belongs to what it hangs on, unless it is the longer one.
    "Trade has recovered in most harbours, supported by lower tolls.",
    "The Council will keep its stores, | thereby easing the shortage of grain.",
    "Trade grew by 3 per cent in the spring, | only slightly up from the winter.",
    "Trade grew by 3 per cent in the spring, up from 2 per cent in the winter.",
    "Tolls are still rising at a fast pace, | making up for the lean years in which no ship was allowed to call.",
    "Wages rose, | lifted by a rise in the number of ships that call at the northern ports each spring.",
    "The treaty, which was signed in spring, holds.",
    "We signed the harbour treaty with the islands, which keeps the straits open.",
    // So does who somebody is, and each further thing told of one noun.
    "We thank Ada Hale, who led the league through the storms of the winter with a steady hand and a warm heart.",
    "These were years that began with storms, that brought us a long and bitter winter, that saw two of our ports closed.",
    // What goes on with such a tail is part of it, until a comma closes it.
    "I met two crews, who are captives of the fleet and have been held for years.",
    "They were freed by the islands, who have kept the peace and will keep it.",
    // The phrase of a preposition is no subject, and a relative clause has one verb only.
    "The Council believed that the growth of the fleet, improved prospects for crews and for the price of grain, and signs of want, will call for higher tolls.",
    "Every port that seeks the way to peace moves at its own pace, {and} | the leagues they build will mirror their customs.",
    // Three clauses under `that` are cut as two are.
    "The Council expects that, with higher tolls, trade will slow next spring, | wages will fall somewhat further, {and} | prices will rise over the coming years.",
    // An outlook between a subject and its verb stands alone, a purpose does not.
    "The new tolls, which together will bring the league some 80 million crowns each year until the spring, | should keep the old ports of the north open.",
    "The new tolls, which will be low, should keep the old ports of the north open.",
    "The league will keep its ships at sea in the waters of the north, with a view to bringing home all the crews of the fleet.",
    // Whoever takes the chair is congratulated on it, and nothing is said by that.
    "{I should like to congratulate you, Madam, on your election to the presidency of this session.}",
    "We congratulate Ann Vale on her election as mayor of the old port.",
    // What only joins the next claim or line is no part of the one before it.
    "We are building three new ships for the old fleet {; and}",
    "The levy will bring good to both.",
    // A dissenter is against each thing for itself.
    "Voting against the levy were Ann Vale, who feared that, over time, tolls would rise, {and} | Jon Reed and Mary Ost, who wanted none.",
    "Voting against the levy was Ann Vale, who opposed higher tolls {and} | preferred to keep the old ports of the north open.",
    // What a long verb or infinitive would hide stands alone.
    "The league will keep the old harbours of the north open {and} | build three new ones for the ships of the islands that the storms have left without a port.",
    "The league will continue to weigh the size and the make of the old fleet in light of the storms of the winter {and} | to judge whether new ships of a larger kind would serve to bring more grain to the islands.",
    // A list of aims, two conditions and a joined subject stay whole.
    "All crews are called to one task: to keep faith with those we have sent to sea.",
    "The islands will be ours if we sail and if we keep together.",
    "We think the tide and the winds are right for our ships.",
    "We have seen the forces of trade and reason change whole islands.",
    "The north has seen trade prosper and thousands of crews brought out of the sea.",
    "The task will call for a review of, inter alia, their tolls, stores, ships and crews.",
    "The league led the talks with great care and finesse.",
    "We need a plan involving the care of the ports; the watch over salt, wool and clandestine trade in arms; and the repair of the ships.",
    "The league has held its first open vote, {and} | the military remained neutral.",
    // A quotation opens a sentence, and four dots end one.
    "The ports are open again. {\"}| If we had known,\" Ada Hale wrote, \"we would have sailed.",
    "We sailed in spring.{ . . . }| We are a strong and steady crew.",
    // A term is part of its claim, however many there are; a clause of time goes with the claim behind it.
    "The Council intends to buy grain until the end of spring, or beyond, if necessary, and in any case until it sees prices fall.",
    "The ports have been at rest for long, {but} | when the storms are over, all ships will sail again.",
    "We are bound to lead, {and} | let us work for peace until our work is done.",
    "In addition to the ports of the north, the league holds two islands.",
    // The limbs of a relative clause stay together behind a comma too, and a row of plurals ends in one.
    "The ports are a place where we must prove ourselves the equals of those who came before us, who in good faith built our league, broke the feuds of old and laid the first stone of peace.",
    "The old foe of the league is piracy, which undermines trade, rips apart the islands and empowers a ruthless few.",
    "The league will again pay for the homes of old sailors, pilots, traders and judges.",
    // Two things said of one subject, and a verb behind `than`, make no claim of their own.
    "The tolls of the islands remain varied and mixed.",
    "The tolls are muted {and} | expected to stay so.",
    "We put the energy and individual skill of our crews to better use than has ever been done before.",
    "Let that be known to all those who practise piracy and prey upon our crews.",
    "As long as all crews can do away with their feuds, treat each other with care and sail hand in hand, the league will thrive.",
    "The number of crews increased by more than three hundred in the spring {and} | the wage stood at a low of 6 crowns.",
    "The surveys imply that grain, timber, and wool will be set back.",
    "The league is aware of its duties and the hopes placed on it by the islands.",
    // A concession put first, evidence and a single purpose are no claims.
    "Despite the long storms of the winter and the loss of two harbours, the league remains open.",
    "The harbours have stayed open, despite heavy storms.",
    "The league wants to close the straits, as the talks in the northern harbour showed.",
    "The league rejects all tolls on grain, as is the case in the islands.",
    "With further firming of the levy, the Council expects prices to return to their old level.",
    "To bring the grain of the northern farms to every harbour of the islands, the Council has built new roads.",
    "To bring grain to every harbour and to steady the prices of bread in the islands, | the Council has built new roads.",
    "To bring grain to every harbour and to ensure that bread, over time, is as cheap as it was, | the Council has built new roads.",
    // What follows is a claim of its own, what a thing is for is not.
    "Every new harbour makes the islands safer, | so we will build two more.",
    "We opened the harbour, so all the islands could trade.",
    "Just as the harbours grew, so the roads have improved.",
    "Not only has the league broken its word, | it has asked the islands to break theirs and leave.",
    "The islands are asking for respect for their crews, {and} | those who deny others shelter are subject to reproach.",
    // What is only because of something, or not only, is one with its reason.
    "The treaty remains a draft only because we cannot agree on its words.",
    "The islands support the league, not only because it keeps the straits open, but also because it feeds the crews.",
    // A term before a claim may have three limbs.
    "Each time a ship or a crew is lost at sea, it makes the sea less safe for us, for each loss saps trust.",
    "As long as the north closes its ports, as long as the south hides and protects ships, as long as the west refuses to give up the crews, they should not join the league.",
    // The limbs of a clause inside stay together.
    "We urged that together we close the old ports, shut down the markets for grain and strengthen the walls of the north.",
    "The league does not believe that only some ports should be open and that we should close the others.",
    "Every port has to face storms not of its own making, but by which its walls are tried and its crews are tested.",
    "Its fall tells us not so much of our own faults but of the hopes offered to us by the sea.",
    "The league has offered its word not only for as long as it is strong, but for as long as it is free.",
    // So do names, where the verb behind them is of no clause of theirs.
    "We can count each storm in the long lists of dead and wounded, and in the price of grain.",
    "We ask the Council to fund new ports in Norland and Westland with the boats they have lost.",
    "The efforts that the league makes, and the kinds of ports everyone on this coast is working to build, are fair.",
    // One construction stays whole.
    "We will choose to build our trade by leading the league, or shut the harbours.",
    "We honor our sailors not by going back but forward to the seas their maps foretold.",
    "The levies have been raised for 2034 and 2035 compared with the spring list.",
    "We take it as given that the harbours are open, that trade has grown and that the islands remain at peace.",
    "The league must go on to give — as all free leagues have had to do in their time — a good answer to an old question.",
    "The league has built, and will continue to build, the ports of the islands.",
    "We hope, and the islands hope, that the storms will end soon.",
    "The answer has always been sought, and is still sought in the skill of our crews.",
    // What is joined has no verb where the only one is that of a clause inside it.
    "We need a league of great skill and hopes for the rest of the islands rather than the fear they know.",
    "We must break up trusts and guilds after they have taken the ports.",
    "A storm could bring sudden loss and suffering on a scale we can scarcely measure.",
    "I ask for smaller tolls and levies next year than it took in the spring.",
    "We built new walls, so that ports and crews can be kept safe in the storms.",
    // Nor does a further phrase of one preposition, whatever verb it holds.
    "We owe a debt to the guilds, and to the old crews who kept the straits open.",
    "Our hope is in the skill of the crews and of the pilots trained in the north.",
    "Trade fell in the north, {and} | in spring the ports were closed.",
    "The task of the league is to act swiftly and firmly against the dangers change has brought.",
    "We help the crews: by keeping the ports open to them; by doing all we can to make the ships safe.",
    // Nor is there a claim yet before the reason that is said of its subject, or between `are not` and what is denied.
    "That, Mr. Hale, is because the tolls have fallen.",
    "We are not, as some would have us believe, lost to the storms of the north.",
    // A verb that is still to come behind its modal ends no claim.
    "Nor can the crews or the pilots of the north always pay the toll.",
    "The Council will, in response to the wish of all the islands of the north, open the port.",
    "Were I to offer — after a week in office — detailed plans for every port, the Council would wonder whether I had read them.",
    // A pair of nouns, adjectives, auxiliaries or prepositions is one.
    "Trade has slowed as prices of grain and some metals have risen from their low levels.",
    "I urge shippers and labor to cooperate to that end.",
    "The Council expects the levy to remain at its present or lower level until trade recovers.",
    "Those rules have been, and will be, in the interest of all ports.",
    "The league has always been and remains a friend of the islands.",
    "The fleet must be kept at levels at or below those of spring.",
    "That is the best course and the best terms we can offer.",
    "We cannot allow a fleet that flies black flags and threatens its neighbours to sail.",
    "Trade is expected to stay below its level of last year {but} | to recover over the next two years at most ports.",
    "We respect and protect the rights of all crews.",
    "Trade has slowed, | mainly reflecting the storms in the northern ports, {and} | wages have fallen.",
    "Trade could grow faster if wages rise by more than expected, or prices fall in the north.",
    "Old quarrels over tolls and new fears of piracy had emptied the harbours.",
    "In past years, even before the storm hit, quarrels in the league and new tolls had emptied the harbours.",
    "We will settle it through talks and consultation with the islands directly involved.",
    "It is precisely because we trust the crews that the ports are open.",
    "We remain, as we have always been, a friend of the islands.",
    "The league is, as the harbour master told us, a friend of the islands.",
    "It is clear, however, that storms are near.",
    // What has no word that says something is no claim.
    "{Let's do it.} We will open the port.",
    "{I have done so.}",
    "{Thank you very much.}",
    "We are the best.",
    // What only says that a claim follows is none.
    "{We hold to one simple rule:} The harbours are open.",
    "{All the islands should know:} We will keep the straits open.",
    "Trade is slow{:} | wages have fallen.",
    "{All can be certain:} | we will keep the ports open.",
    "All those that played a part in arming and feeding these fleets must answer for them.",
    "Prices will rise as the effects of past declines in grain and timber costs fade and trade strengthens.",
    "The islands remain committed to a broad, fair and lasting peace based on trust.",
    "We urge the fleet to immediately and completely leave these waters.",
    // Two verbs that wait for one object are one claim.
    "We strongly condemn and shall not accept any raid on our ships.",
    "The league has honoured and will continue to honour its word.",
    // A second infinitive is a claim of its own, unless both hang on one cue.
    "The Council can use all its stores to ensure that prices return to their old level {and} | to preserve the smooth working of trade in all harbours.",
    "The Council is committed to keep the straits open for ships of all islands and to guard the harbours of its members in every season.",
    // What only names or qualifies stays with the claim that lists it.
    "We have a plan for the harbours: fair tolls for all; new ports for our ships; better pay for crews.",
    "It is owed to two acts: the treaty that ended the feud, and the pact signed by the islands.",
    "We support the patrols, with special attention to the safety of crews and their families.",
    "The harbours were burning and besieged.",
    "We are opening new ports, building long roads to them and hiring many crews for the coming season.",
    // So does a purpose, or a clause of time or place behind its claim.
    "It is essential to widen the straits, so that the islands continue to trade with all ports.",
    "The league took shape in a dark time, when many of its islands were still under foreign rule.",
    "When tolls find no limit, and when pirates push crews aside, the islands are bound to suffer.",
    // An aside cuts nothing.
    "The income of crews--that is, what they can buy with it--has risen by half.",
    "I propose that we keep the levy--it is low--until the harbours are full.",
    "The Council will assess progress--both realized and expected--toward its aims.",
    "The Council anticipates that conditions--including low tolls and a mild winter--are likely to help trade.",
    "The Council anticipates that tolls will settle, over coming quarters, at levels that all can bear.",
    "Should it do so, the League, together with its members, will give support.",
    "We signed it in spring (see A/72/PV.3) {and} | warned that ships must wait.",
    // A list after a participle is one.
    "Peace requires respect for the law, refraining from force, and patience.",
    // Two claims are two.
    "Some need new nets, {and} | I am eager to help all of you.",
    "The north loves peace {and} | the southern coast values harmony.",
    "The league acts in strict keeping with its treaties, {and} | expects the same from others.",
    "This toll results in a waste of money {and} | encourages smuggling on the coast.",
    "Few could have seen the storm, {but} | now raids and hunger present a grave threat to all.",
    "Wages have been cut in half, {and} | that is a loss for all crews.",
    "We did not write these rules, | yet they bind us.",
    "{(1)} The levy will be lowered by half.",
    // A modifier behind `and` is no verb.
    "There was an increase in the number of sailors and internally displaced persons.",
    "As trade improves and tension dissipates, tolls should fall.",
    "We must make sure sailors have the wool and grain they need.",
    // What stands in brackets or between dashes is cut no further, what follows is.
    "The toll (which crews pay; and which traders pay) fell, {and} | trade grew.",
    // `and` joins the two nouns nearest to it, though a verb follows that has another subject.
    "All rests on the ships and crews we send today.",
    "This spring trade grows {and} | this summer we sail.",
    "We hope that the talks that were held in the north and south will help.",
    "We know that only a league that is strong and free can keep the straits open.",
    "We will not forget storms and wrecks {but} | we look to the sea.",
    "The league has cared for the young and the old, has fed the poor of the harbours.",
    "To honor the crews that were lost and to further help their kin in the harbours, we propose a day of rest.",
    "We are asking traders to own and manage their own ships.",
    "They are asked to keep from raids or blockades until all means have failed.",
    "Our task is to convince them that storms and wrecks will not be the end of trade.",
    "This requires new ships and the trust of crews built over many years.",
    "We speak of the sale of nets and lies.",
    // Or two verbs of a relative clause, where the main verb has another form.
    "The League has the trust of every island that believes in free trade and keeps the peace.",
    "We support rules in which ports treat the islands as friends, honour their word and keep the peace.",
    "We must keep the islands, which are poor and far from the coast, from closing their ports.",
    // Nouns that `and` joins stay together, whatever clause without a pronoun tells of the last of them.
    "The league called for a common view of the tolls and of the duties it asks its members to bear.",
    "I praise the masters and the crews for the skill and patience you have brought to this task.",
    "The islands spend more on their roads and harbours than we do.",
    "The league measures trade by the ships it sends, by the tolls they pay, by the grain they buy.",
    "Each winter brings fewer and fewer ships to the northern ports.",
    "A long, low, and very strong wall is being built.",
    "The strength of the league is found in trust and hope.",
    "The Council perceives the upside and downside risks to trade are equal.",
    "We are sure that the treaty serves all islands, {and} | expect that it will hold.",
    "The league runs ports that are open and free, {and} | new ports have been built.",
    "They want crews that will hold the port, mend its walls, and guard its gates.",
    // What is denied, held or waited for has its other half to come.
    "We opened the port not just because trade had grown, but because crews had asked for it.",
    "I heard that it was because the harbour was shut.",
    "That is a duty most of us in this hall, I hope, can bear.",
    "We cannot, must not, and will not close the straits.",
    "The league will, together with its members, keep the straits open.",
    "It depends on whether the treaty will hold or will slowly fade.",
    "The ports either closed or were lost.",
    "This is the promise of the league — that all ports will be open.",
    "We know that, as long as the storms last, and as long as the fleet stays out, trade cannot grow.",
    "We work as a league, as a friend of all ports, as one fleet, with crews that know their trade.",
    "The harbour was built | in part because the old port could hold no more ships.",
    "The crews live and trade in the northern islands.",
    // `say` with something else than a claim behind it reports none.
    "This will give the crews the strength to say no when storms come.",
    "The league, as I have said, keeps the straits open.",
    // When or where leads the second of two claims.
    "We will open two ports this spring, {and} | in the summer, we will build a third.",
    "The league proposes to widen the straits this spring, {and} | plans to build a third port.",
    // What calls those who listen, and what a transcript remarks, is no claim.
    "{Mr. President,} the straits are open.",
    "{Mr. Speaker, members of the league and fellow sailors:} The straits are open.",
    "{Dear friends of the league.} The straits are open.",
    "The straits are open. {[At this point, the master opened the port.]}",
    // Each predicate of a row is a claim.
    "The League feeds the crews, | guards the northern ports {and} | clears the straits.",
    "The League, in a note dated 9 May, took note of the tolls, {and} | closed the port.",
    "The league has sent ships, grain and nets made in the north.",
    "Prices will fall as wages ease and the effects of the storms, the dear grain and the closing of the straits fade.",
    "They set out with trust and hope.",
    "We want a life that is peaceful and secure.",
    "The levy can fall only when each and every port is open.",
    "Trade has slowed; | prices of goods other than grain and timber remain high.",
    "Prices will ease as the effects of the storms, dear grain and the closing of the straits fade.",
    "Most views that are taken from traders and from crews are glum.",
    "Both islands agree.",
    "The ports must be built up — not torn down.",
    "Growth has both filled the harbours and emptied the fields.",
    "This requires, as we all know, the trust of the crews.",
    "Our aim must be the return and renewal of the league as first agreed by the islands.",
    "The League set down the growth of trade, | which will be 2 per cent this year, and 3 per cent in the next.",
    "We need ports that feed the islands, that will keep the crews at home.",
    "This is a league, which has ten ports, four fleets, many crews and a long coast.",
    "Our goal is a calm sea, a sea without tolls, on which all crews, traders, and islands can sail from port to port.",
    "The straits will be kept open by crews and traders together {or} | they will be closed.",
    "{You know,} ships are lost, and sooner or later they are found.",
    "The loss of the ships in the northern straits will, we hope, be small.",
    "They can hold off a raider, whoever it may be, and to do so is their task.",
    "When tolls fall, yes, that helps the traders, {but} | it also helps the crews.",
    "We will help crews mend the nets of those that are lost, build new ships for the north, and carry their grain.",
    // A cleft sentence is one.
    "It was the crews of the northern harbours, not the traders of the south, that kept the straits open.",
    // A reason with two limbs is one, and so is a line that only tells what will be told.
    "Prices have gone up in all of the northern harbours | because grain is dear and because the storms have closed the straits.",
    "I will now outline how we see trade, and will then explain the levy.",
    // Clauses in a row are cut after a lead too.
    "In less than a year, trade has doubled, | tolls have fallen, {and} | a new port has opened.",
    "If the storm were to come, trade could slow, | tolls could rise, {and} | the ports could close.",
    // So it does two verbs with one object.
    "The islands have paid and continue to pay a high toll.",
    "The league was, and always remains, a friend of the islands.",
    "The league does not accept, and condemns, the raid on our ships.",
    // An aside cuts nothing, and no list under one preposition is torn.
    "We are ready, as a friend of the islands, to keep the straits open.",
    "Our aim is to open the northern ports, based on the old treaty of the islands, and to build new roads.",
    "The great islands have seized the council, due to their old sea power, {and} | pushed the others aside.",
    "We cannot allow such traders, who have already closed two of our harbours, to sail on.",
    "They must promote, in the light of the law, these new rules.",
    "All members must accede to and keep the treaty.",
    "I ask the islands to join a study, led by the harbour master, to settle the toll.",
    "The league helped by lowering tolls, supporting the crews of the northern harbours, and building new roads.",
    "They must find rules that are fair to all the ports, keep the straits open for trade, and mend their nets.",
    // Nouns and adjectives that `and` joins stay together, also where a clause without a pronoun or another noun follows.
    "They built the largest harbour and fishing fleet the coast has ever seen.",
    "The league works for lasting peace and safety in the seas we share.",
    "The league is a larger, faster and richer fleet than it was in spring.",
    "The plan to keep those and other northern harbours is ready.",
    "The growth of our old ports and that of the islands are linked.",
    "The fact that the league stays blind to the loss of ships and the hunger of crews is a warning.",
    "We have made rules whereby the tolls and duties of one port can bind all the others.",
    // A relative clause of place goes on with a further subject, a main clause behind it does not.
    "We honour the flag under which many ships sailed and several crews gave their lives.",
    "They will not settle for a sea where a few traders feast while most crews go hungry.",
    "The rate at which ports are opened may slow {and} | tolls could rise.",
    // So it does with further ones in a row, whatever mark it stands behind; what is put first ends at its comma.
    "We seek a league in which ports live in peace, children grow up free and the strong protect the weak.",
    "Our vision is of a sea where trade is fair, crews are safe, and every island has its say.",
    "Our aim is simple: a league in which growth is sustained and trade is free for all.",
    "We work for the two islands — the old and the new — in which peace takes root and the rights of crews are kept.",
    "The speed with which the league lays the ground for a new, far-reaching harbour plan will show how strong it is.",
    "In a sea where trade, law and custom should rule, the raids cannot go on {and} | a change is near.",
    // So does a reason with three limbs, but not one that ends where its claim begins.
    "This is mainly because weaker trade is spilling over to the ports, the boost from spring is fading and the weight of tolls is growing.",
    "The Council holds that, as the old pilots have foretold, trade and wages will grow {and} | the rule of law will return.",
    // A list of nouns or participles is one, however its items are told of.
    "Think of the sea within our reach: a sea that is open to all; a coast where ports thrive and crews are safe; a league built to last.",
    "We have a league of the common good; rooted in old treaties; devoted to fair tolls; determined to give crews the nets they need.",
    "With trade growing, tolls falling, | now is the time for the league to act.",
    "Trade slowed in spring, | as crews earned less, traders cut their orders and harbours closed.",
    "We speak not only with the ships we build but with the nets we mend.",
    // A row of gerunds that all are said of one thing is whole.
    "These duties include closing the old forts, expanding the use of the harbour for peaceful trade, strengthening the role of the council as the one body that can judge, and building new ports.",
    // Nouns in the singular before a verb in the plural are its subject together.
    "The channels of trade have been closed, the ties of trade and friendship have been strained.",
    "Challenges of hunger, imbalanced trade and weak rule are ever more pressing.",
    "Trade fell, {and} | a number of ports are empty.",
    "Half of the ports went unused, {and} | the storm hit them hard.",
    // Phrases with one preposition are one, also before a clause.
    "The era in which safety was based on sea power and on ships of war has passed.",
    // What is denied or told again inside a subject is of the subject.
    "The fact that the Council, which has more power than any other, has become reckless and is led by one island is a loss.",
    "Here lies the long and stormy history of the old islands, marked by the losses and pains that our crews have suffered.",
    "Never have such open threats and extremely dangerous and reckless drills occurred in our waters.",
    // A clause between `and` and its claim goes with the claim.
    "All islands have signed the pact {and,} | while two ports did shut their gates last year, | the reply proved that the league is strong.",
    "The Council agreed in June, even as we await the vote of the many islands in the north, to begin talks on a new pact.",
    // What stands in brackets is no verb of the sentence.
    "As the Council said on Monday (see the note), the league must stand for its law.",
    "The Council has spoken at length about the storms and the state of the northern ports (see the note).",
    // A state that is told has its reason behind it without a comma too.
    "Tolls remain high | as the storms of the winter go on.",
    "The new fleet is especially welcome as we near the spring.",
    // A reason that stands behind its claim ends at its comma.
    "Tolls have risen in the north, | as the storms of the winter go on, {and} | trade is likely to fall in spring.",
    // A concession without a verb, a figure, and what tells of the object belong to the claim before.
    "The talks went on, in spite of the old quarrels of the islands over tolls.",
    "Trade has grown, | despite the fact that the harbours were shut.",
    "Tolls came down in June, reaching 5.5 per cent, after 6.1 per cent in May.",
    "We welcome the pact, proposed by the master of the northern harbour in his letter.",
    "We share the old hope, that of building a league in which all islands live in peace.",
    "As announced on 13 March 2034, some changes to the tolls will take effect in spring.",
    // A concession put first is a claim also where its subject and verb are one word.
    "Though we've made much progress, | I have one great regret.",
    // What a text says of itself is none.
    "{The Council took the following decisions.}",
    "{I have a simple answer:} | Keep the port open.",
    "{The truth is:} | trade has slowed.",
    // A question to oneself is no claim, one that reproaches another is.
    "{What should we do with the grain?}",
    "{Are we united against the pirates?}",
    "Why do the traders not sell the grain{?}",
    "We have more ships than ever, {and are we safer?}",
    // The last verb under one modal stands for itself as those before it do, whatever infinitive is inside one of them.
    "We must protect the fishing grounds, | keep the right of all crews to sail, {and} | build roads to the northern ports.",
    "We will restore the old harbour to its rightful place {and} | build three new ones for the ships of the islands that the storms have left without a port.",
    "We will keep our old ties to a prosperous, peaceful, and secure life on the islands.",
    // An adjective that is said of the subject ends its clause.
    "If we fail, storms will grow more frequent, | coastal ports will flood, {and} | crews will be lost.",
    // What looks like a verb behind `and` may be the second of two objects, and the other way round.
    "The Council must weigh wages and catches against the needs of the ports.",
    "The crews showed the courage and leadership needed to save the port.",
    "We welcome the duties undertaken at the summit and the steps announced in spring.",
    "Storms threaten the ports {and} | the crews need a harbour.",
    "There's a spirit of trust and hope in the ports.",
    // A noun that as a verb would miss its object, and a participle that nobody does.
    "The crews have long traditions and experience to draw on in the north.",
    "The ports were untouched by storms and unharvested by crews.",
    "We want higher wages and improved living standards.",
    "It is patience, backed by strength, that has kept the peace.",
    // A verb of a clause behind what is joined, or of what is joined on, has another subject.
    "We can speak of peace and prosperity only after we remove such threats.",
    "It embodies the hopes and aspirations of the entire league, and as such, provides a frame for trade.",
    "Based on its old charter, the league, and especially the council, has the duty to sail.",
    // What always has an object has none behind a participle.
    "The league has provided islands and ports with ships manufactured in the north.",
    "The crews were freed and the old tolls restored.",
    "It is due to the zeal and wisdom of the crews thus selected, who lay the foundations of peace.",
    "We support the ideas of the league in this regard and the proposals put forward in its report.",
    "The ports closed in spring, {and} | the league put out a new plan.",
    "The league seeks peace and prosperity based upon the rule of law.",
    "The fleet spent less in spring | {and} | the harbours were closed.",
    // A word that opens a clause stands before a joint: both wait for the clause.
    "We do not know whether or not these tolls should be paid in spring.",
    // A verb alone, if it is one, says too little.
    "The crews have met the storms with courage and resolve.",
    "The crews meet the storms with courage {and} | feed the ports.",
    "She held my hand {and said, \"}| We are free.",
    // A verb behind `so` or a term is not that of a noun before it.
    "We will help the islands to guard their grain and timber so they never rot.",
    "There can be no growth of wages or tolls as long as the islands arm.",
    "We sail again, {and} | in doing so we keep the straits open.",
    // A joint with a pronoun ends what a preposition of time opens.
    "The hearing took place after long delays {and} | it ended in a call on the ports.",
    "The hearing took place after the master and the crews agreed.",
    "We want a limit on the fleets of both islands, {and} | then we want lower tolls.",
    // A subject with a relative clause waits for its verb.
    "Those who praise the tolls while ignoring the losses are not interested in the ports.",
    "When our crews look us in the eye and ask what we did, with new ports at hand, we will know.",
    // So does one with a clause that lacks its pronoun, and both verbs of a clause may lack what that stands for.
    "No toll we pay on our own ships and harbours can bring greater gains than trade.",
    "This spring we open the ports {and} | the crews will sail.",
    "We thank them for the oath that they have sworn and we have heard.",
    "We keep the peace that they have broken {and} | we have built new ports.",
    // What a claim is for has two limbs, and so may what is thought have two subjects.
    "We will act so that old feuds end and new trade grows.",
    "We think trade with the north and wages in the south are growing.",
    // A noun of power is no verb.
    "We will keep the peace with the full force and might of the league.",
    "The crews are free {and} | might sail again.",
    // A relative clause has its verb behind an aside.
    "I speak for a league that, two years ago, voted for open trade with the coast, {and} | I will sail again.",
    // Long verbs under one modal or `have` are cut, short ones and those of a purpose or under `not` stay together.
    "The Council should open all the northern harbours {and} | help the crews of the islands to find new homes.",
    "The Council should watch prices and mend its nets.",
    "We will mend the old ships so we can feed the crews of the islands and help them to find new homes in the north.",
    "The Council will not open all the northern harbours and help the crews of the islands to find new homes.",
    "Just as we have kept the peace of the islands and armed our own ports against the old fleet, so the league grew.",
    "The league has lowered the tolls of the north, | opened its ports, {and} | built a new fleet for the islands.",
    "The league has opened all its northern ports {and} | brought the islands a new fleet for the storms of winter.",
    "The league has seen old ports and improved harbours with new fleets for the storms of winter.",
    "The league has opened all the northern ports of the islands, built in spring by the old crews.",
    // What hangs on a wish is none without it, but what its holder does and what is only judged is a claim.
    "We hope that the islands will keep the peace and will stop their raids.",
    "It is essential that we keep the peace and build new ports.",
    "The Council hopes that the islands will keep the peace {and} | supports the crews of the north.",
    "The islands know that we keep the peace {and} | build new ports.",
    "We hope that the islands will keep the peace, {and} | we will build new ports.",
    "The islands live in the danger that storms end their trade and grain rots.",
    "The danger that storms end trade is high {and} | tolls are low.",
    // A noun phrase behind a comma goes on past `and`.
    "As storms end, the tide of peace and trade is rising.",
    "The tide rises, the ports of the north are open {and} | trade is free.",
    // What several words open is a clause as what one opens is.
    "The Council meets at a time when the life and trade of the islands are at risk.",
    "It seems as if storms and feuds have ended.",
    "The Council meets at this time {and} | the trade of the islands is at risk.",
    // A participle before a noun tells of it where all else is told of the present.
    "We are shipping salted fish and dried fruit to the islands.",
    "The harbour was a success {and} | lowered tolls for the islands.",
    // A row of nouns waits for its verb behind a thought, a measure or an auxiliary, and a verb for the object of the next.
    "The crews will be carried as far as their skill and their ships will take them.",
    "Wages have risen by more than a third {and} | tolls have doubled.",
    "We think the risk is high {and} | we will act.",
    "We will not let storms or tolls or strife or old feuds stand in our way.",
    "The danger of storms was removed once and for all, {and} | a lasting peace was made.",
    "War does not and will not end the feuds.",
    "Because the crews have come home, the Council enacted and I signed the new levy.",
    "The ports are full of the goods that we anticipate skill and trade will bring.",
    // A reason behind such a verb stands as behind any other.
    "The war may close all the northern ports {and} | weaken the old trade of the islands with the coast, | while tolls could remain high.",
    "Surveys show a rise in spring, | {but} the latest data point to slower trade.",
    "The Council bears main duty for the peace, | {but, }in spring, the Council has no ships.",
    "It is right that the coast be free of storms, | {but} that aim depends upon the islands.",
    "Our League is strong because of the aims that we hold dear.",
    "Four years ago we said we would mend our ships by asking the islands for timber.",
    "In spring we began to change, for ever I hope, our views about trade.",
    "The Council expects the levy to stay until it sees grain reach the islands, and it judges that the gains will last.",
    "The paper deals with plans that are old and need much care.",
    "They cannot close our ports, | they cannot break our will.",
    "The fleet is back, | tolls are down, | trade is growing again.",
    "Our fleet has mended its ships, | raised its wages, | {and} is strong again.",
    // Nouns and adjectives that have one noun, one verb or one object to come.
    "The overhaul involves two complex and interrelated sets of rules.",
    "The sea is the ground for the birth and growth of a port called Averil.",
    "Our ports have sent aid to friends and allies all around the sea.",
    "Every sailor wants to have the trust and respect accorded under our laws.",
    "We sail in the cause of just and secure peace, to which the islands are bound.",
    "What the League did in giving back to Averil its freedom and trade was a rare deed.",
    "We thank the chair, who has with modesty and a love of harmony worked for the ports.",
    "We are sure that as the coast turns to trade, a fair rule of peace and order will come about.",
    "The grain would be sent to town and island councils | {and} those councils could share it out.",
    "The gale brought on by the rare tide and heavy rain closed a port.",
    "The League means to break the laws and rules our crews have made and to close the ports.",
    "We thank one sailor for the strength and calm and comfort she brings to our fleet.",
    "We wish to see the rules in all the ports and fleets of the League further widened.",
    "The League should refrain from acts counter to the rule of law and fairness in its work | {and, moreover, }should not raise tolls.",
    "Our crews are no less skilled, our ports and fleets no less needed than they were last week.",
    "To hold that the League should now withdraw from all or most of its duties would be a mistake.",
    "This time we will not let terror or posturing or old feuds stand in the way.",
    "There is one thing we and our rivals agree on.",
    "The ports suffered from high costs and continued grain losses.",
    "One truth must rule all we think and all we do.",
    "We meet one year and one day after a storm brought grief to my island.",
    "Talks are replaced by orders and one-sided tolls imposed without the consent of the League.",
    "Every year the fleet dumps tons of sand and trash into the sea.",
    // Two clauses, the second with a subject of many words or told of by an infinitive or relative clause.
    "The fair was held at Averil for the first time since the truce | {and} the joint treaty was made known.",
    "Tolls have risen since our spring meeting | {and} our fleet has kept the coast open.",
    "Talks are under way, | {and} a meeting of crews from the north, the south and overseas was held in spring.",
    "Ports are sold in order to win votes, | {and} any will to listen to the crews has become a tool.",
    "The port was closed, | {and} efforts to open it again have failed.",
    "Such tolls should end, | {and} measures such as export bans should be lifted by spring.",
    "The pirate is gone, | {and} the idea that change could come only by force has been buried with him.",
    "Six years ago, we met to sign the treaty, | {and today, }no one can deny what it did.",
    "The League supports the rise in tolls to pay for ports and the plan to widen the roads that are narrow.",
    "My council defends the ports, | {and} that includes the right of all crews to sail.",
    "Kelmouth will build and man the ships for the islands | {and} take the lead in feeding the crews of the north.",
    "We should guard and mend our ports | {and} protect and clothe the crews of the north in every storm.",
    "Last year I sent ship and port reform bills | {and} I am bound to see them passed.",
    "The plan of letting bands break the laws for some selfish or local interest or prejudices is full of danger.",
    "We have improved the skill and combat strength of our fleet by building ships.",
    "Averil is not assuming its due part for the acts of piracy and war crimes committed in the last storm.",
    "Too many schools don't have pilots or even crews for the ships they own.",
    "The League should help Member States and Free Ports specialised agencies to mend ships.",
    "The League is to provide loans, loan guarantees, and other aid to the islands.",
    "The roots of our feuds lie in the way one views and builds the ports.",
    "The storm had not yet reached our ears, the solemn, moving undertone of our life.",
    "The principle that no league can be the main guard of peace and order in one sea or another should hold.",
    "I believe your wisdom and skill will mend the port.",
    "We boldly and openly sail to the north.",
    // Who says it is told of inside another claim.
    "Now is the time to drop the fear which says we are bound to fail.",
    "We must work today so that crews will look back and say that this fleet kept the peace.",
    // What is denied may be the reason.
    "We do not owe grain because island crews eat too much.",
];

/// Who holds a phrase: sentences, the number of a phrase and its actor.
const HELD: &[(&str, usize, &str)] = &[
    ("The statement issued at that meeting reflects the will of all.", 0, "The statement"),
    ("Temporary factors, including dear grain and storms, appear to weigh on trade.", 0, "Temporary factors"),
    ("Another pearl of wisdom that sailors owe the sea is patience.", 0, "Another pearl of wisdom"),
    ("From the mast the shore we see is small.", 0, "the shore"),
    // An `it` that only announces is told of whom that tells of.
    ("The port is open. It is clear that trade has grown.", 1, "trade"),
    ("The port is open. It is projected that trade will grow.", 1, "trade"),
    ("The port is open. It is gratifying that trade has grown.", 1, "trade"),
    ("The port is open. It should be quite clear that trade has grown.", 1, "trade"),
    ("The port is open. It is to be hoped that trade will grow.", 1, "trade"),
    ("The port is open. It seems that trade has slowed.", 1, "trade"),
    ("The port is open. It appears now that trade has slowed.", 1, "trade"),
    ("The port is open. It may be that trade has slowed.", 1, "trade"),
    ("It is vital that trade be free.", 0, "trade"),
    ("It is for that reason that the League met.", 0, "the League"),
    ("It is plain to sailors that, even after the storm, the ports will open.", 0, "the ports"),
    ("It is in that spirit that the League met.", 0, "the League"),
    ("The League met. It is confident that trade will grow.", 1, "The League"),
    ("Wages are up, and so are prices for food.", 1, "prices for food"),
    ("More than a decade ago Kelmouth made a great gift.", 0, "Kelmouth"),
    // No determiner stands behind an adjective of its noun.
    ("At last a new age has come.", 0, "a new age"),
    ("For too long this port has slept.", 0, "this port"),
    ("Such a port has no peer.", 0, "Such a port"),
    // An `it` that is one of a kind is what was named, and so is the next one.
    ("The levy will serve all. It will be the lowest of the century. It will ease trade.", 2, "The levy"),
    ("The levy will serve all. It is the will of the ports to sail. It will ease trade.", 1, "It"),
    // The claim stands behind all that is put first.
    (
        "If our fears lead us to close ports, if we jail those who sail, then the bonds of the league will fray.",
        0,
        "the bonds of the league",
    ),
    (
        "Because we cherish law, because we prize the trade of the ports no less than any other league, our crews aspire to peace.",
        0,
        "our crews",
    ),
    ("If the league, as we hope, is strong and proud, and holds to its old, fair rules, it will not fall.", 0, "it"),
    ("In Kelmouth and Averil we support free trade.", 0, "we"),
    ("In 1983 traders filled the harbours.", 0, "traders"),
    ("Next year, tolls will be lowered.", 0, "tolls"),
    ("Next week, I'll deliver a full report on the ports.", 0, "I"),
    ("More recently, trade has slowed.", 0, "trade"),
    // The dot of a short form ends nothing, so that the verb behind it is seen.
    ("Guided by the counsel of Mr. Hale, who took the helm in spring, I hope the ports will open.", 0, "I"),
    // What says when or where is no part of a name, with a comma and without.
    ("Tonight Averil is stronger.", 0, "Averil"),
    ("Well, today, many have not yet seen the port.", 0, "many"),
    ("Since 1951 farm income has fallen by a third.", 0, "farm income"),
    ("In the late 1950's crews at the Hale & Sons yard built five ships a day.", 0, "crews at the Hale & Sons yard"),
    ("In some harbours crews have been able to raise their pay.", 0, "crews"),
    ("Each day the storms multiply.", 0, "the storms"),
    ("At the time the League was founded, Averil was recovering from a flood.", 0, "Averil"),
    ("Save for a short time in 1958, trade is at its lowest level.", 0, "trade"),
    ("Based on the charts, the levy (on grain) is expected to rise.", 0, "the levy (on grain)"),
    // Nor is an aside.
    ("The main thing for Ada Hale — a girl of ten, living at the docks — was light.", 0, "The main thing for Ada Hale"),
    ("Renewed harbour quarrels, if lasting, would pose a risk to trade.", 0, "Renewed harbour quarrels"),
    ("Mr. Hale believed that tolls were high.", 0, "Mr. Hale"),
    // A deed can be a subject.
    ("As crews lose trust in the League, governing becomes harder.", 0, "governing"),
    ("Cracking the tidal code promises to save many ships.", 0, "Cracking the tidal code"),
    ("Expanding roads, ports and the new canals will help.", 0, "Expanding roads, ports and the new canals"),
    ("Only by working together can we open the port.", 0, "we"),
    // What is quoted is held by who said it.
    ("A sailor came to Averil. She said: \"The docks have no light.\" We will help.", 1, "A sailor"),
    ("A sailor came to Averil. She said: \"The docks have no light.\" We will help.", 2, "We"),
    ("That aim is shared by all.", 0, "That aim"),
    ("For these reasons, that course has been our own.", 0, "that course"),
    ("Concerned by these reports, the League met in May.", 0, "the League"),
    ("To achieve this, governments and crews must work together.", 0, "governments and crews"),
    ("We thank the northern islands, which will lower the tolls of their harbours.", 1, "the northern islands"),
    ("While the islands keep the rules, those ports break them. They dump grain.", 2, "those ports"),
    ("When the Council lowers the levy, it will tell the ports.", 0, "the Council"),
    ("3. The League will open two ports.", 0, "The League"),
    ("Widening the port would help trade.", 0, "Widening the port"),
    ("We want to share our success, which was won with the help of others, and strive to open the ports.", 1, "We"),
    ("It was the League who built the port.", 0, "the League"),
    ("In Kelmouth the result was a loss of ships.", 0, "the result"),
    ("Since 1950 our ports have grown.", 0, "our ports"),
    ("Last year, our friends, the crews, and the traders bore the cost.", 0, "our friends, the crews, and the traders"),
    // All of a list, and all that stands before a noun.
    ("Shortages of rope, sails and timber hold back trade.", 0, "Shortages of rope, sails and timber"),
    ("Kelmouth, Averil and their allies agree.", 0, "Kelmouth, Averil and their allies"),
    ("The growth of a strong, open harbour has helped trade.", 0, "The growth of a strong, open harbour"),
    ("With the help of Kelmouth, Averil and the League, new rules were agreed.", 0, "new rules"),
    ("On June 6, 1944, the fleet sailed.", 0, "the fleet"),
    ("Earlier this month, Ada Hale, of Averil, wrote to us.", 0, "Ada Hale"),
    ("But just weeks ago, both ports agreed.", 0, "both ports"),
    ("The poor are silent.", 0, "The poor"),
    ("All that we built is lost.", 0, "All"),
    ("The harbour there has grown.", 0, "The harbour"),
    ("Tomorrow, the captain, the crew and I will visit the port.", 0, "the captain, the crew and I"),
    ("In Kelmouth in spring, Ada Hale and I not only met but also agreed.", 0, "Ada Hale and I"),
    ("All this not only helps trade.", 0, "All this"),
    // Who is quoted says `I`, up to the mark that closes the quotation.
    ("As Ada Hale once said, \"We must build a port. I will pay for it.\"", 0, "Ada Hale"),
    ("A sailor put up a sign that said: \"We are free.\" The port is open. We agree.", 2, "We"),
    // A time is nobody that `they` could mean.
    ("The crews are brave. At a time when tolls rise, they stay.", 1, "The crews"),
    // All that is joined, in short or with adjectives.
    ("Piracy, the spread of dumps (TDs) and theft are threats.", 0, "Piracy, the spread of dumps (TDs) and theft"),
    ("A long, dark and cold winter has ended.", 0, "A long, dark and cold winter"),
    ("Falling tolls, rising wages and better roads help.", 0, "Falling tolls, rising wages and better roads"),
    (
        "Hiding pirates, their ships and their helpers undermines trade.",
        0,
        "Hiding pirates, their ships and their helpers",
    ),
    ("Over 60 percent of the crews, young and old, are paid.", 0, "Over 60 percent of the crews"),
    ("Over three years ago, Averil closed the port.", 0, "Averil"),
    ("The plan on which the Chair and I agreed is sound.", 0, "The plan"),
    ("The old members guard their seats.", 0, "The old members"),
    ("The League used to have a fleet.", 0, "The League"),
    ("We all agreed that trade is slow.", 0, "We all"),
    ("It is ready to lower the tolls.", 0, "It"),
    ("Last June, with the help of the League, the ports of the north met.", 0, "the ports of the north"),
    ("You're going to like the port.", 0, "You"),
    ("Thanks to the crews, new rules are in force.", 0, "new rules"),
    ("At a time when the fate of ports is at stake, Kelmouth has never been idle.", 0, "Kelmouth"),
    // What points to the sentence before stands for itself.
    ("The ports are open. That requires a plan.", 1, "That"),
    ("The ports are open. But that frees money for new ships.", 1, "that"),
    ("Catches of herring have dwindled.", 0, "Catches of herring"),
    ("State sponsors of piracy must be stopped.", 0, "State sponsors of piracy"),
    ("In a storm of change and hope and peril, our faith is sure.", 0, "our faith"),
    // Who is asked to join in.
    ("Tonight let us open the port.", 0, "us"),
    // A verb behind a modal goes on with the subject of that.
    (
        "If trade does not grow, the Council will cut its tolls on all of the grain, and use its other tools as appropriate, until such growth is reached.",
        1,
        "the Council",
    ),
    // A relative clause tells of what its verb agrees with.
    (
        "We read the reports of the Council, which are long and tell much of the state of the ports and crews and ships in the straits and of the tolls they pay.",
        1,
        "the reports of the Council",
    ),
    ("We thank the Republic of Averil, which will lower the tolls of all the harbours.", 1, "the Republic of Averil"),
    ("Ada Hale's ship sank in a storm. She waits for help.", 1, "Ada Hale"),
    ("The wisdom and courage we see in the northern ports today is a sign of hope.", 0, "The wisdom and courage"),
    ("We further believe that the fair will help trade.", 0, "We"),
    ("Trade is free. Few would call it so.", 1, "Few"),
    ("At the heart of our plan is a new port.", 0, "a new port"),
    ("We thank the crews. It is also Kelmouth's duty to keep the rules.", 1, "Kelmouth"),
    // What is put first and is no subject.
    ("Almost 15 years ago Kelmouth gave up its fleet.", 0, "Kelmouth"),
    ("In the last seven years alone crews have lost nine ships.", 0, "crews"),
    ("Tomorrow our children will sail.", 0, "our children"),
    ("Tolls eased, in part reflecting the new rules of the ports.", 1, "Tolls"),
    (
        "Storms hurt the fleet, giving rise to fear and creating a need for grain in the north of the islands.",
        1,
        "Storms",
    ),
    ("Prices fell, with the decline owing mainly to a drop in the price of grain.", 1, "the decline"),
    ("The \"Open Ports!\" pact with the islands has helped trade.", 0, "The \"Open Ports!\" pact with the islands"),
    ("The day reminds us of the lost crews.", 0, "The day"),
    ("They signed rules on the basis of which great ports have grown.", 0, "They"),
    ("After the storm, the fire, and the flood, our port is open.", 0, "our port"),
    // What is put last or inside.
    ("Rarely have sailors lived through such storms.", 0, "sailors"),
    ("Never has the League closed a port.", 0, "the League"),
    ("That is why we believe the port is safe.", 0, "we"),
    ("What is more troubling is that the traders repeat the claim.", 0, "the traders"),
    ("Too many still aren't at work.", 0, "many"),
    ("All of that is unworthy of the League.", 0, "All of that"),
    ("Neither Kelmouth nor the League will pay.", 0, "Neither Kelmouth nor the League"),
    // A pronoun agrees with what it stands for, or stands for itself.
    ("The ports are open. They welcome all ships.", 1, "The ports"),
    ("Averil is open. It is also building a port that is free.", 1, "Averil"),
    ("The pain is great. They hide the truth.", 1, "They"),
    ("The storms passed. The harbour is calm. It welcomes all ships.", 2, "The harbour"),
    ("That is beyond doubt. It has been told to the League.", 1, "It"),
    ("The Council met. Agnes Vale spoke. She asked for patience.", 2, "Agnes Vale"),
    (
        "I signed the Harbour Tolls Act of 1973, which will allow all the ports of the north to go on with their work.",
        1,
        "the Harbour Tolls Act of 1973",
    ),
    (
        "We must show the crews that none of them are turned away, but that fraud and waste are stamped out in all ports.",
        1,
        "fraud and waste",
    ),
    // Who is asked to join in stands in `let's`, and who asks to be heard in `let me`.
    ("Let's open the port.", 0, "Let's"),
    ("So tonight let's all agree to open the port.", 0, "let's"),
    ("Now let me assure the crews of our help.", 0, "me"),
    // What calls for attention is no claim of its own.
    ("Look, we're also replacing the old moles.", 0, "we"),
    ("Make no mistake, if tolls rise, the Council will act.", 0, "the Council"),
    ("Thanks to what you've all done, trade is growing.", 0, "trade"),
    // Whom a clause points out or only presents is the one it tells of.
    ("What the League wants is a plan.", 0, "the League"),
    ("It is brave crews that keep the ports open.", 0, "brave crews"),
    ("It is a plan that will keep the ports open.", 0, "It"),
    ("Joining us tonight are the crews of the north.", 0, "the crews of the north"),
    ("Growing ports are the best there are.", 0, "Growing ports"),
    ("Equally urgent is the repair of the mole.", 0, "the repair of the mole"),
    ("For we are a people with a port.", 0, "we"),
    ("The crews waited, because that is the rule of the port.", 1, "that"),
    ("The crews met. Both strengthen the League.", 1, "Both"),
    ("On every coast people are building ports.", 0, "people"),
    (
        "At the meeting (which was held in spring) the Council of Kelmouth decided to open the port.",
        0,
        "the Council of Kelmouth",
    ),
    ("The new crews that work there are free.", 0, "The new crews"),
    ("Prices fell, with wages likely to rise in the north.", 1, "wages"),
    // A relative clause tells of what its verb agrees with, and not of an aside.
    ("These tolls, whose weight is well known, include those on grain.", 0, "These tolls"),
    (
        "Risks include new storms, especially in the north, which could close many of the ports and roads.",
        1,
        "new storms",
    ),
    // Who reports holds what is reported, unless it is no one.
    (
        "Leaders of the islands have declared that the port is no longer safe. We keep it open.",
        0,
        "Leaders of the islands",
    ),
    ("I deeply regret to say that the blockade has spread.", 0, "I"),
    // The verb that ends a subject may look like a noun, an adjective or a preposition, and agrees with what the subject is.
    ("Last year the League adopted with great care a new levy on grain.", 0, "the League"),
    ("I focused on the ports of the north.", 0, "I"),
    ("The new budget frontloads the work on the walls.", 0, "The new budget"),
    ("The next round is due in spring.", 0, "The next round"),
    ("It's change that the islands need.", 0, "It"),
    ("No one feels safe at sea.", 0, "No one"),
    ("The League no longer lends the crews its ships.", 0, "The League"),
    ("Islanders respect and honour their crews.", 0, "Islanders"),
    ("Its naval might has grown since the war.", 0, "Its naval might"),
    ("That means grain for the islands.", 0, "That"),
    ("That means we must close the gap between the ports.", 0, "That"),
    ("Ending the war means opening the ports.", 0, "Ending the war"),
    ("The rise in tolls demands a reply.", 0, "The rise in tolls"),
    ("All kinds of aid benefit the islands.", 0, "All kinds of aid"),
    ("The ports of the north still lack stores.", 0, "The ports of the north"),
    ("The steps taken at the summit open the way to peace.", 0, "The steps"),
    ("Quarrels of party spirit which divide the crews are a burden.", 0, "Quarrels of party spirit"),
    ("This fact places both ports in danger.", 0, "This fact"),
    ("Such tolls show themselves in the price of bread.", 0, "Such tolls"),
    ("Some ports, while pledging to keep the peace, have armed their fleets.", 0, "Some ports"),
    // Whose view it is, and who has to act.
    ("It is my firm belief that trade will grow.", 0, "my"),
    ("It is, then, our duty to help.", 0, "our"),
    ("It is vital that in these times we sail together.", 0, "we"),
    ("It is incumbent upon all members to sail.", 0, "all members"),
    ("It is now up to us to sail.", 0, "us"),
    ("The time has come for the islands to talk.", 0, "the islands"),
    ("It requires that we sail.", 0, "It"),
    // A time put first has its place with it, and what is denied in a pair is put first too.
    ("Last June in Averil, the crews of the islands, at our wish, agreed.", 0, "the crews of the islands"),
    ("As early as 1962, with trade as its first aim, Averil built a port.", 0, "Averil"),
    ("True to its old rules, and under the lead of Ada Hale, the League will open the port.", 0, "the League"),
    ("Neither owning ships nor building them, Averil trades with all.", 0, "Averil"),
    ("As the presiding port at this year's fair, to be held in Kelmouth in May, Averil intends to help.", 0, "Averil"),
    ("Last year harbour tolls grew by half.", 0, "harbour tolls"),
    ("Each year new ships are lost.", 0, "new ships"),
    // Behind an adverb put first the subject stands after its auxiliary.
    ("Never before has our league enjoyed so much trade.", 0, "our league"),
    ("Never before have we had such open ports.", 0, "we"),
    // The verb of an aside is not the claim's.
    ("Averil, recalling the aid it received from the islands, and now at peace, will continue to help.", 0, "Averil"),
    // Who has to act where nobody's act is asked for first.
    ("It is necessary at this time for the League truly to mend its rules.", 0, "the League"),
    ("It is time to recognize that the League must mend its rules.", 0, "the League"),
    // Behind a phrase put first the subject stands after verbs of place too, and a modal may stand before it.
    ("With the spring come fresh hopes.", 0, "fresh hopes"),
    ("Only then will the ports again be free.", 0, "the ports"),
    ("It is also my great pleasure to welcome the islands.", 0, "my"),
    ("It is a great honour for me to congratulate the Chair.", 0, "me"),
    // A clause that tells which the subject is says nothing of its own.
    ("The new mole I've discussed tonight can help us build a port.", 0, "The new mole"),
    ("The approach we have taken would protect every crew.", 0, "The approach"),
    ("The strength we have is the courage of the crews.", 0, "The strength"),
    ("This year we will ask the League to end the feud.", 0, "we"),
    ("The first thing we have to do is to mend the port.", 0, "we"),
    // Whom a text addresses does nothing, nor does a label.
    ("My fellow sailors, you too must play your part.", 0, "you"),
    ("Distinguished members of the fair, the port is open.", 0, "the port"),
    ("Members of the crew, Ada and Tom, agree.", 0, "Members of the crew"),
    ("Fishing: The new bill opens the banks to all.", 0, "The new bill"),
    ("I'm asking that we open the port.", 0, "I"),
    ("It is also the duty of the League to open the port.", 0, "the League"),
    ("Just a few days ago Averil opened a port.", 0, "Averil"),
    ("At the talks on the levy, my port advanced proposals for peace.", 0, "my port"),
    ("Outlaw fleets threaten the ports.", 0, "Outlaw fleets"),
    ("Allow me to thank the crews.", 0, "me"),
    ("Sailors the world over aspire to peace.", 0, "Sailors the world over"),
    ("Averil supports Kelmouth.", 0, "Averil"),
    ("16-29667 48/58 Any storm is a danger.", 0, "Any storm"),
    ("The gains already made through the fund are great.", 0, "The gains"),
    ("We know that the ports are full. They will stay so.", 1, "the ports"),
    ("The truth is that the League is strong. It has many ships.", 1, "the League"),
    ("The Council believes that the League is strong. It has raised the levy.", 1, "The Council"),
    // What stands beside a phrase put first is no subject.
    ("Under my plan, the best step I will take this year, the League will open ports.", 0, "the League"),
    ("In spring, the port we built was opened.", 0, "the port"),
    ("A set of rules under which all ports can act together is vital.", 0, "A set of rules"),
    // A clause can be a subject; where another hangs on it, that one has its own.
    ("While tolls rise, what is really meant is to gain ground.", 0, "what is really meant"),
    ("What happened in Averil is a crime.", 0, "What happened in Averil"),
    ("What is new is that trade grows.", 0, "trade"),
    ("What the League wants is peace.", 0, "the League"),
    (
        "The memory of Averil, Kelmouth or, quite recently, Ostrey should lead us.",
        0,
        "The memory of Averil, Kelmouth or, quite recently, Ostrey",
    ),
    ("The ports and, more recently, the crews have asked for help.", 0, "The ports and, more recently, the crews"),
    ("You know, the ports are open.", 0, "the ports"),
    ("All of you know, whatever they say, that trade is slow.", 0, "All of you"),
    ("It is fitting, therefore, that the League meets here.", 0, "the League"),
    ("It is building, therefore, a port.", 0, "It"),
    // Whose view it is holds it; a name is pointed out with its article too.
    ("It is the firm conviction of the League that trade should be free.", 0, "the League"),
    ("It is the common task of the League in our day to open the ports.", 0, "the League"),
    ("It is our consistent stand that trade should be free.", 0, "our"),
    ("It is precisely the League that should act.", 0, "the League"),
    ("It is in fact a wish to sail.", 0, "It"),
    ("It is a sad reality that trade has slowed.", 0, "trade"),
    ("It is the source of our will to sail.", 0, "It"),
    ("It is a port that helps the crews.", 0, "It"),
    // A decade owns no `will`.
    ("The storms of the 1980's will require new ports.", 0, "The storms of the 1980's"),
    ("The League's will gives us hope.", 0, "The League's will"),
    ("The levy is high. It takes a third of the catch.", 1, "The levy"),
    ("The League knows the time it takes to sail.", 0, "The League"),
    ("The League is wary. It should take strict steps to keep the peace.", 1, "The League"),
    // What there is, and who those are that there are.
    ("There is a risk that trade will fall.", 0, "a risk"),
    ("There have also been growing tensions in the north.", 0, "growing tensions in the north"),
    ("There seems to be no other way.", 0, "no other way"),
    ("There are pirates in the north. They sail at night.", 1, "pirates in the north"),
    ("There is no doubt that the levy is high. It hurts.", 1, "the levy"),
    // What a modal before `of course` leads, what `than expected` grades, and times that are subjects.
    ("The crews will of course sail.", 0, "The crews"),
    ("A faster than expected rise in tolls could slow trade.", 0, "A faster than expected rise in tolls"),
    ("All those that took part in the raid must pay.", 0, "All those"),
    ("Under these rules the spirit of trade, at last, has taken hold.", 0, "the spirit of trade"),
    (
        "To continue to uphold the rules of the League is a duty of all.",
        0,
        "To continue to uphold the rules of the League",
    ),
    ("To widen the ports built in spring, the League will raise tolls.", 0, "the League"),
    ("Trade is expected to slow in spring, but to grow over the year as tolls fade.", 1, "Trade"),
    // Subjects behind their verbs.
    ("Out of that storm has come new hope for the ports.", 0, "new hope for the ports"),
    ("Among the questions which have come up is the plain matter of tolls.", 0, "the plain matter of tolls"),
    ("The crews were glad, and so were millions of traders who had waited.", 1, "millions of traders"),
    // An `it` that announces, and one that stands for something.
    ("The port is open. It remains hard for crews to sail.", 1, "crews"),
    ("The port is open. It has become clear that trade is slow.", 1, "trade"),
    ("It was only a month ago that the Council met.", 0, "the Council"),
    ("The levy is low, and it is a toll that helps trade.", 1, "The levy"),
    ("The Council sees that tolls could harm trade, and it is monitoring trade closely.", 1, "The Council"),
    ("It is the League's wish to sail.", 0, "the League"),
    ("In no way can the toll be called fair.", 0, "the toll"),
    ("Averil and Kelmouth differ in size, but they are equal members of the League.", 1, "Averil and Kelmouth"),
    ("The crew is glad. He who sails is free.", 1, "He"),
    ("It is the Port Council that bears the duty for peace.", 0, "the Port Council"),
    ("There is no denying that trade is slow.", 0, "trade"),
    ("Tolls from the outside should cease.", 0, "Tolls from the outside"),
    ("In this new era true peace cannot be found.", 0, "true peace"),
    ("Trade is slow, in part reflecting storms that have closed the ports.", 1, "Trade"),
    ("Since then, Averil, as a port built on trust, has grown.", 0, "Averil"),
    ("There are, however, many dark sides of trade.", 0, "many dark sides of trade"),
    ("There is no doubt that trade is slow.", 0, "trade"),
    ("At its March session the Council will hear the crews.", 0, "the Council"),
    ("Only through joint work can we end this feud.", 0, "we"),
    ("It is our crew's skill and their will that have helped us.", 0, "our crew's skill and their will"),
    // An adjective that says to what tells of something; of a deed it tells nothing.
    ("The League is old. It has been vital in opening the ports.", 1, "The League"),
    ("Since Averil was able to build the port, it is fully able to close it.", 0, "Averil"),
    ("It is precisely the lives of crews that are at stake.", 0, "the lives of crews"),
    ("For no crew should sail alone.", 0, "no crew"),
    // Verbs that are nouns elsewhere.
    ("Practical steps to end the strife need to begin with a truce.", 0, "Practical steps"),
    ("Kelmouth respects and supports efforts by the crews.", 0, "Kelmouth"),
    ("We, as a league of ports, need to stand together.", 0, "We"),
    ("The great majority bear their burdens with grace.", 0, "The great majority"),
    ("Many of those who fled have come home.", 0, "Many of those"),
    // Sentences whose only verb shows by weaker signs.
    ("Nine pilots from abroad arrived there at the end of spring.", 0, "Nine pilots from abroad"),
    ("The League, for its part, relied on grain from the south.", 0, "The League"),
    ("These included long tolls and old rules.", 0, "These"),
    ("The present bears a heavy burden of the past.", 0, "The present"),
    ("The Council acts, in the words of the treaty, for all.", 0, "The Council"),
    ("Tolls, in this bargain, must of course be fair.", 0, "Tolls"),
    // Verbs and nouns told apart by what stands around them.
    ("The League also plans to send pilots to the islands.", 0, "The League"),
    ("Some argue, of course, that the port is closed.", 0, "Some"),
    ("Some even wondered whether our best days were gone.", 0, "Some"),
    ("This began with the truce of spring.", 0, "This"),
    ("Each and every one of us needs to move on.", 0, "Each and every one of us"),
    ("The League once again publicly hinted at raids that would break the truce.", 0, "The League"),
    ("The effect of past storms continued to fade and tolls weighed on trade.", 0, "The effect of past storms"),
    ("Averil and Kelmouth conducted, to our deep regret, a series of raids.", 0, "Averil and Kelmouth"),
    ("When demand slows, prices are lower.", 0, "prices"),
    ("The price of growth need not be war.", 0, "The price of growth"),
    (
        "Tolls rose, although the role of brief port factors means that the rise is unsure.",
        1,
        "the role of brief port factors",
    ),
    ("The first relates to trade and the second to peace.", 0, "The first"),
    ("No alternative exists to the League itself.", 0, "No alternative"),
    ("The first step is peace, and the free league needs to take it in spring.", 1, "the free league"),
    // What a subject is named without, and how it is graded.
    ("Tolls excluding harbour fees rose in spring.", 0, "Tolls excluding harbour fees"),
    ("Mutually useful talks are the key to peace.", 0, "Mutually useful talks"),
    ("Recently new ports were built.", 0, "new ports"),
    // `it` stands for what is named without something, as for one thing.
    ("Trade excluding grain and wool rose. It is set to rise further.", 1, "Trade excluding grain and wool"),
];

/// Claims that nobody holds: `it` and `there` stand for nothing.
const HELD_BY_NONE: &[&str] = &[
    // `contest` is tagged as a noun: whoever holds the claim, it is no name that swallows a verb.
    "Powerful leagues contest the tolls laid on them by custom.",
    "The port is open. It has been five years since the storm.",
    "It is imperative to keep the port open.",
    "There is an urgent need to open the port.",
    "The port is open. It was vital in spring to sail.",
    "The port is open. It remains vital to sail.",
    "The port is open. It is not enough simply to sail.",
    "The port is open. It is encouraging to see the crews.",
    "It is time to help those ports that need it.",
    "The port is open. It is high time to sail.",
    "The port is open. It will be important to sail.",
    "The port is open. It is now right to sail.",
    "The port is open. It's time to sail.",
    "It has been my highest honour to serve the League.",
    "The port is open. It turned out that trade had slowed.",
    "The port is open. It is not too late to sail.",
    "With our trade growing, our ports expanding, now is the time to build a mole.",
    "The port is open. It is in our common interest to sail.",
    "The port is open. It is of the utmost importance to sail.",
    "The port is open. It takes courage to sail.",
    "The port is open. It would cost a crown to sail.",
    "The port is open. It takes many hands to see that trade grows.",
];

#[test]
fn what_nobody_does_has_no_actor() {
    for text in HELD_BY_NONE {
        let reading = read(text);
        let last = reading.phrases.last().expect("there is a phrase");
        assert!(last.actor.is_none(), "{text}: {:?}", last.actor.as_ref().map(|actor| reading.name(actor)));
    }
}

#[test]
fn a_subject_is_found_behind_many_phrases() {
    // Each phrase put first may be the last; trying every way to go on would never end.
    let text = format!("In the north, {}the port is open.", "in the south, ".repeat(100));
    let reading = read(&text);
    let actor = reading.phrases[0].actor.as_ref().map(|actor| reading.name(actor));
    assert_eq!(actor, Some("the port"));
}

#[test]
fn a_row_of_rows_is_read() {
    let reading = read(&format!("The League says {}the port is open.", "ports, crews and ".repeat(100)));
    assert!(!reading.phrases.is_empty());
}

#[test]
fn an_office_alone_does_not_make_a_name_the_speaker() {
    for (sentence, wanted) in [("President Vale is committed to peace.", false), ("President Hale is at peace.", true)]
    {
        let text = format!("---\nlanguage: en\nspeaker: Ada Hale (President)\n---\n\nI am glad. {sentence}\n");
        let reading = analyse(read_bytes("-", text.into_bytes(), ReadOptions::default()).expect("it is read"));
        let actor = reading.phrases.last().and_then(|phrase| phrase.actor.as_ref()).expect("somebody is named");
        assert_eq!(actor.is_speaker, wanted, "{sentence}");
    }
}

/// Whose the last claim of Ada Hale's words is, and of which class.
const WHOSE: &[(&str, &str, Class)] = &[
    ("Governments should open the ports.", "Ada Hale", Class::Demand),
    ("It is incumbent upon the League to act.", "Ada Hale", Class::Demand),
    ("The League has a seat on the board.", "Ada Hale", Class::Assess),
    ("The League has been requested to act.", "Ada Hale", Class::Assess),
    ("The League is expected to grow.", "Ada Hale", Class::Assess),
    ("The state of trade calls for action.", "Ada Hale", Class::Assess),
    ("Helping the League requires tolls.", "Ada Hale", Class::Assess),
    ("Trade poses a threat to the League.", "Ada Hale", Class::Assess),
    ("We all hope that the League will act.", "Ada Hale", Class::Demand),
    ("Nations expected that trade would grow.", "Nations", Class::Assess),
    ("Nations meet today. They hoped that trade would grow.", "Nations", Class::Assess),
    ("The League calls on us to act.", "The League", Class::Assess),
    ("The League believes that all should act.", "The League", Class::Assess),
    ("Critics hope for less trade.", "Critics", Class::Assess),
    ("Facts demand less trade.", "Ada Hale", Class::Assess),
    ("Tolls fell, with the League finding it hard to trade.", "Ada Hale", Class::Assess),
    ("This Administration will open ports.", "Ada Hale", Class::Commit),
    ("This Council will open ports.", "Ada Hale", Class::Assess),
    ("The League said that trade is slow.", "The League", Class::Assess),
    ("It is regrettable that the League sleeps.", "Ada Hale", Class::Concern),
    ("Many say that trade is slow.", "Many", Class::Assess),
    ("Others have said they would be glad to pay tolls.", "Others", Class::Assess),
    ("Some captains argue that tolls are low.", "Some captains", Class::Assess),
    ("Crews can be confident that trade will grow.", "Ada Hale", Class::Assess),
    ("We deem it necessary to open the port.", "Ada Hale", Class::Demand),
    ("Our plan has opened the port.", "Ada Hale", Class::Assess),
    ("Ghana and I have opened the port.", "Ada Hale", Class::Act),
    ("The League is making great efforts to open ports.", "Ada Hale", Class::Assess),
    ("Crews lead us to believe that trade is slow.", "Ada Hale", Class::Assess),
    ("The crews see tolls rising.", "Ada Hale", Class::Assess),
    ("The crews see that tolls rise.", "The crews", Class::Assess),
    ("It is crucial to the islands that the ports stay open.", "Ada Hale", Class::Demand),
    ("Some of the plans have already been discussed.", "Ada Hale", Class::Assess),
    ("The islands share the view that trade is slow.", "The islands", Class::Assess),
    ("The islands can no longer tolerate the raids.", "Ada Hale", Class::Oppose),
    ("Our hearts go out to the crews.", "Ada Hale", Class::Concern),
    ("Peace in the north is our goal.", "Ada Hale", Class::Commit),
    ("We would, if tolls fall, be willing to open the port.", "Ada Hale", Class::Commit),
];

#[test]
fn a_claim_is_its_subjects_where_that_thinks_so() {
    for &(sentence, holder, class) in WHOSE {
        let text = format!("---\nlanguage: en\nspeaker: Ada Hale\n---\n\nI am glad. {sentence}\n");
        let reading = analyse(read_bytes("-", text.into_bytes(), ReadOptions::default()).expect("it is read"));
        let phrase = reading.phrases.last().expect("there is a phrase");
        assert_eq!((reading.holder(phrase), phrase.class), (Some(holder), class), "{sentence}");
    }
}

#[test]
fn what_two_hold_the_speaker_holds_who_is_one_of_them() {
    let text = "---\nlanguage: en\nspeaker: Ada Hale\ntitle: \"Japan: a statement\"\n---\n\n";
    for (sentence, wanted) in [
        ("Ghana and Japan will open ports.", true),
        ("The ports of Ghana and Japan will open.", false),
        ("The new Administration of Japan will open ports.", true),
        ("The new Administration of Ghana will open ports.", false),
    ] {
        let text = format!("{text}I am glad. {sentence}\n");
        let reading = analyse(read_bytes("-", text.into_bytes(), ReadOptions::default()).expect("it is read"));
        let actor = reading.phrases.last().and_then(|phrase| phrase.actor.as_ref()).expect("somebody is named");
        assert_eq!(actor.is_speaker, wanted, "{sentence}");
    }
}

#[test]
fn a_body_that_the_speaker_calls_his_own_is_his() {
    for (sentence, wanted) in [
        ("The Administration will open the port.", true),
        ("The Administration of Kelmouth will open the port.", false),
        ("The old Administration will open the port.", false),
    ] {
        let text = format!("---\nlanguage: en\nspeaker: Ada Hale\n---\n\nI thank my Administration. {sentence}\n");
        let reading = analyse(read_bytes("-", text.into_bytes(), ReadOptions::default()).expect("it is read"));
        let actor = reading.phrases.last().and_then(|phrase| phrase.actor.as_ref()).expect("somebody is named");
        assert_eq!(actor.is_speaker, wanted, "{sentence}");
    }
}

#[test]
fn what_is_expected_is_as_sure_in_each_limb() {
    let reading = read(
        "The Council expects that over the coming years trade in the north will grow, and that tolls in the south will fall.",
    );
    let found: Vec<Certainty> = reading.phrases.iter().map(|phrase| phrase.certainty).collect();
    assert_eq!(found, [Certainty::Probable; 2]);
}

#[test]
fn thanks_are_those_of_their_owner() {
    for (sentence, wanted) in
        [("My deep gratitude also goes to the crews.", true), ("Their gratitude goes to the crews.", false)]
    {
        let reading = read(&format!("I am glad. {sentence}"));
        let actor = reading.phrases.last().and_then(|phrase| phrase.actor.as_ref()).expect("somebody is named");
        assert_eq!(actor.is_speaker, wanted, "{sentence}");
    }
}

/// What a phrase does and when: sentences, the number of a phrase, class, time and polarity.
const READ: &[(&str, usize, Class, Time, Polarity)] = &[
    ("Launch a programme to mend the harbours. The ports wait for it.", 0, Class::Demand, Time::Future, Affirmed),
    // A participle in an aside does not say when.
    ("Open rules, attuned to the needs of all ports, remain key.", 0, Class::Assess, Time::Present, Affirmed),
    ("We cannot deny that storms have come.", 0, Class::Assess, Time::Present, Affirmed),
    ("The Council confirmed the decisions taken in spring.", 0, Class::Act, Time::Past, Affirmed),
    ("The task now is to open the ports.", 0, Class::Demand, Time::Future, Affirmed),
    ("Households should enjoy higher incomes.", 0, Class::Assess, Time::Future, Affirmed),
    ("We will be held to a high standard.", 0, Class::Assess, Time::Future, Affirmed),
    ("It is necessary for the League to mend its rules.", 0, Class::Demand, Time::Future, Affirmed),
    // What a verb under a modal says of a noun is not when it is so.
    (
        "The Council will lower the levy, keep the stores that were filled in spring.",
        1,
        Class::Commit,
        Time::Future,
        Affirmed,
    ),
    ("People the world over cheer the fleet.", 0, Class::Assess, Time::Present, Affirmed),
    ("The islands renewed their commitment to free trade.", 0, Class::Assess, Time::Past, Affirmed),
    ("The attempt to close the strait has been plain to all.", 0, Class::Assess, Time::Present, Affirmed),
    ("Storms are no threat with which only the islands have to grapple.", 0, Class::Assess, Time::Present, Negated),
    (
        "The growth of the port has given rise to worries that it might close.",
        0,
        Class::Assess,
        Time::Present,
        Affirmed,
    ),
    ("Members took the view that tolls would fall.", 0, Class::Assess, Time::Future, Affirmed),
    // A participle behind the object is no stance of the subject's.
    ("We took a step endorsed by the ports.", 0, Class::Act, Time::Past, Affirmed),
    ("We have in turn endorsed the step.", 0, Class::Support, Time::Present, Affirmed),
    // What the speaker does to something is a deed, whatever the verb.
    ("We have carefully rebuilt the port.", 0, Class::Act, Time::Present, Affirmed),
    ("We are tearing down the old walls.", 0, Class::Act, Time::Present, Affirmed),
    ("We have set up three funds.", 0, Class::Act, Time::Present, Affirmed),
    (
        "We have opened the old road, closed the mole and built three new ports for all crews.",
        1,
        Class::Act,
        Time::Present,
        Affirmed,
    ),
    ("We have worked closely with the ports.", 0, Class::Act, Time::Present, Affirmed),
    ("We lost the port.", 0, Class::Assess, Time::Past, Affirmed),
    ("We rested.", 0, Class::Assess, Time::Past, Affirmed),
    ("Storms have rebuilt the reef.", 0, Class::Assess, Time::Present, Affirmed),
    ("Our ships have been seen.", 0, Class::Assess, Time::Present, Affirmed),
    ("We honoured our commitment to the ports.", 0, Class::Act, Time::Past, Affirmed),
    ("The islands are working together toward peace.", 0, Class::Assess, Time::Present, Affirmed),
    ("There was a risk that trade might fall.", 0, Class::Assess, Time::Future, Affirmed),
    ("There are many ports.", 0, Class::Assess, Time::Present, Affirmed),
    ("We seek the support of the League for the plan.", 0, Class::Demand, Time::Future, Affirmed),
    (
        "I ask one thing of the Council: Approve only the tolls that crews can bear.",
        1,
        Class::Demand,
        Time::Future,
        Affirmed,
    ),
    (
        "We will open the port, and it is projected that we will have more grain.",
        1,
        Class::Assess,
        Time::Future,
        Affirmed,
    ),
    ("We won't agree on everything.", 0, Class::Assess, Time::Future, Negated),
    ("That is a plan that will help the crews.", 0, Class::Assess, Time::Present, Affirmed),
    ("The new tolls should leave us freer to trade.", 0, Class::Assess, Time::Future, Affirmed),
    ("That's what I'm going to build.", 0, Class::Commit, Time::Future, Affirmed),
    ("I confirm our resolve to keep the strait open.", 0, Class::Commit, Time::Future, Affirmed),
    ("We value the efforts of the crews.", 0, Class::Praise, Time::Present, Affirmed),
    ("I deeply regret to say that the blockade has spread.", 0, Class::Concern, Time::Present, Affirmed),
    // What was, though it was to come then or is only likely.
    ("The league set out in spring. It set out on a long road.", 1, Class::Assess, Time::Past, Affirmed),
    ("Trade is likely to have slowed.", 0, Class::Assess, Time::Past, Affirmed),
    ("In spring we found that storms could close the port.", 0, Class::Assess, Time::Past, Affirmed),
    ("The port is working hard, dreaming that one day it will be full.", 0, Class::Assess, Time::Present, Affirmed),
    (
        "News received since the League met in Averil confirms that trade is slow.",
        0,
        Class::Assess,
        Time::Present,
        Affirmed,
    ),
    ("Members said again that the levy will be kept.", 0, Class::Assess, Time::Future, Affirmed),
    // Who promises, and what is only foreseen.
    ("The Council confirmed that it will lower the levy.", 0, Class::Commit, Time::Future, Affirmed),
    ("Our assessment is that prices will fall.", 0, Class::Assess, Time::Future, Affirmed),
    ("Wage growth should ease.", 0, Class::Assess, Time::Future, Affirmed),
    ("The League should ease the levy.", 0, Class::Demand, Time::Future, Affirmed),
    ("We can press forward with the plan.", 0, Class::Assess, Time::Present, Affirmed),
    // What denies a noun or an infinitive denies no claim, and two that are joined deny once.
    ("Opening the port fully and without delay will help.", 0, Class::Assess, Time::Future, Affirmed),
    ("Our vow to never sail alone will be kept.", 0, Class::Commit, Time::Future, Affirmed),
    ("Averil will spare no effort in that.", 0, Class::Commit, Time::Future, Affirmed),
    ("We cannot and must not bear it alone.", 0, Class::Demand, Time::Future, Negated),
    ("It is no secret that trade has slowed.", 0, Class::Assess, Time::Present, Affirmed),
    ("We have no intention of closing the port.", 0, Class::Commit, Time::Future, Negated),
    ("The blockade is unacceptable.", 0, Class::Oppose, Time::Present, Affirmed),
    // What only a clause inside it foresees, or what has only the look of an outlook, is not to come.
    ("The Council has passed a rule that will open the port.", 0, Class::Act, Time::Present, Affirmed),
    ("There are many things which the ports must mend.", 0, Class::Assess, Time::Present, Affirmed),
    ("Two years later the port is full.", 0, Class::Assess, Time::Present, Affirmed),
    ("The ongoing storms hurt trade.", 0, Class::Assess, Time::Present, Affirmed),
    ("The levy had been projected to fall.", 0, Class::Assess, Time::Past, Affirmed),
    ("Should trade fall, the Council will act.", 0, Class::Commit, Time::Future, Affirmed),
    ("The Council sees some risk that trade could fall.", 0, Class::Assess, Time::Future, Affirmed),
    // What is wanted of others is asked for; thanks praise.
    ("I want you to open the port.", 0, Class::Demand, Time::Future, Affirmed),
    ("The captains of the fleet want to contribute to peace.", 0, Class::Assess, Time::Present, Affirmed),
    ("I challenge the ports to lower their tolls.", 0, Class::Demand, Time::Future, Affirmed),
    ("Our duty is to keep the port open.", 0, Class::Demand, Time::Future, Affirmed),
    ("We believe both sides must meet.", 0, Class::Demand, Time::Future, Affirmed),
    ("We should remain open to trade.", 0, Class::Demand, Time::Future, Affirmed),
    // What is only invited is promised, and what is not done is no act.
    ("We will invite the crews to the port.", 0, Class::Commit, Time::Future, Affirmed),
    ("We do not ban trade.", 0, Class::Assess, Time::Present, Negated),
    ("My plan to open the port is simple.", 0, Class::Assess, Time::Present, Affirmed),
    ("Last year we put up a new mole.", 0, Class::Act, Time::Past, Affirmed),
    ("I cannot but stress the need for calm.", 0, Class::Demand, Time::Future, Affirmed),
    ("We want to contribute to peace.", 0, Class::Commit, Time::Future, Affirmed),
    ("Trade has slowed. Do not close the port.", 1, Class::Demand, Time::Future, Negated),
    ("We met. Let the record show that trade has grown.", 1, Class::Demand, Time::Future, Affirmed),
    ("I extend my deep appreciation to the crews.", 0, Class::Praise, Time::Present, Affirmed),
    ("I am determined that the port will stay open.", 0, Class::Commit, Time::Future, Affirmed),
    ("We intend for all ports to trade.", 0, Class::Commit, Time::Future, Affirmed),
    ("The steps taken so far have not been enough.", 0, Class::Assess, Time::Present, Negated),
    // Praise and backing in other words, and what promises for whoever speaks.
    ("May I congratulate the crews.", 0, Class::Praise, Time::Present, Affirmed),
    ("Let me begin by thanking the crews.", 0, Class::Praise, Time::Present, Affirmed),
    ("Our tribute also goes to the crews.", 0, Class::Praise, Time::Present, Affirmed),
    ("Allow me, in the name of the islands, to thank the crews.", 0, Class::Praise, Time::Present, Affirmed),
    ("I must express our deep gratitude to the crews.", 0, Class::Praise, Time::Present, Affirmed),
    // What is denied only to set off what is affirmed, and what an `it` only sets off.
    ("The charter makes us not rivals but partners.", 0, Class::Assess, Time::Present, Affirmed),
    ("Trade is not free, but we sail.", 0, Class::Assess, Time::Present, Negated),
    ("We are here not to congratulate ourselves but to mend the ports.", 0, Class::Assess, Time::Present, Affirmed),
    ("It is in this spirit that we will open the port.", 0, Class::Commit, Time::Future, Affirmed),
    // What is expected of somebody is asked for, and what others aim at is theirs.
    ("We expect the League to keep its word.", 0, Class::Demand, Time::Future, Affirmed),
    ("We expect tolls to fall.", 0, Class::Assess, Time::Future, Affirmed),
    ("We met. The raids are aimed at our ports.", 1, Class::Assess, Time::Future, Affirmed),
    ("We met. The League should help the crews.", 1, Class::Demand, Time::Future, Affirmed),
    ("We met. Low tolls should help the crews.", 1, Class::Assess, Time::Future, Affirmed),
    ("The new plan is greatly welcome.", 0, Class::Support, Time::Present, Affirmed),
    ("We encourage their efforts for peace.", 0, Class::Support, Time::Present, Affirmed),
    ("You will have our full support.", 0, Class::Commit, Time::Future, Affirmed),
    ("Tonight we renew that pledge.", 0, Class::Commit, Time::Future, Affirmed),
    ("We welcomed home some of our crews.", 0, Class::Act, Time::Past, Affirmed),
    // What only opens a speech act asks for nothing, and what one can or likes to do is not done.
    ("Let me remind the ports of the levy.", 0, Class::Assess, Time::Present, Affirmed),
    ("We can build a new port.", 0, Class::Assess, Time::Present, Affirmed),
    ("I would like to extend my congratulations to the crews.", 0, Class::Praise, Time::Present, Affirmed),
    ("It is natural that we should ask.", 0, Class::Assess, Time::Present, Affirmed),
    // What is under way is no promise, nor is what has been done, whenever its fruits come.
    ("The Council is monitoring prices.", 0, Class::Commit, Time::Present, Affirmed),
    ("We are planning to open a port.", 0, Class::Commit, Time::Future, Affirmed),
    ("We have continued to fund the port.", 0, Class::Act, Time::Present, Affirmed),
    ("We have bought 7 crowns for this year and 9 crowns for next year.", 0, Class::Act, Time::Present, Affirmed),
    // A programme says what is to be done, without a subject or a modal.
    ("Setting up a school for crews.", 0, Class::Commit, Time::Future, Affirmed),
    ("Boldly widen the port.", 0, Class::Commit, Time::Future, Affirmed),
    ("New ports to be linked to the railway.", 0, Class::Commit, Time::Future, Affirmed),
    ("1960 promises to be a year of growth.", 0, Class::Assess, Time::Future, Affirmed),
    // What calls on those who listen to look or think asks for no deed, as an appeal to all does.
    ("Trade is slow. Think of the crews who wait for grain.", 1, Class::Assess, Time::Present, Affirmed),
    ("Imagine that all of the ports were open.", 0, Class::Assess, Time::Present, Affirmed),
    ("Let both islands open their ports to all crews.", 0, Class::Demand, Time::Future, Affirmed),
    ("Let me make it clear that we will open the port.", 0, Class::Commit, Time::Future, Affirmed),
    // What a matter asks of the speaker is asked for, unless it does not.
    ("The safety of the northern ports requires that we keep watch.", 0, Class::Demand, Time::Future, Affirmed),
    ("Peace at sea does not require us to keep watch.", 0, Class::Assess, Time::Present, Negated),
    ("We have the will and the ships to keep watch.", 0, Class::Assess, Time::Present, Affirmed),
    ("We are open to talks on tolls.", 0, Class::Commit, Time::Future, Affirmed),
    ("The new road is now open to all trade.", 0, Class::Assess, Time::Present, Affirmed),
    // What was kept to is told.
    ("We have stood by our word for many years.", 0, Class::Assess, Time::Present, Affirmed),
    ("We stand by our word.", 0, Class::Commit, Time::Future, Affirmed),
    ("We have been working to open the port.", 0, Class::Act, Time::Present, Affirmed),
    ("Thus may the ports stay open for ever.", 0, Class::Demand, Time::Future, Affirmed),
    // What should be so by itself is foreseen.
    ("The new stores should be sufficient to feed the islands.", 0, Class::Assess, Time::Future, Affirmed),
    ("We should be able to open the port in spring.", 0, Class::Assess, Time::Future, Affirmed),
    ("All crews should be able to sail.", 0, Class::Demand, Time::Future, Affirmed),
    ("Input costs should ease.", 0, Class::Assess, Time::Future, Affirmed),
    // A deed without a doer is promised, but not what befalls whoever it is said of.
    ("All crews will be covered by 2040.", 0, Class::Commit, Time::Future, Affirmed),
    ("All crews will be covered by the fund.", 0, Class::Assess, Time::Future, Affirmed),
    ("All crews will be covered.", 0, Class::Commit, Time::Future, Affirmed),
    ("Our plan will be put in place.", 0, Class::Commit, Time::Future, Affirmed),
    ("We will be remembered for our ports.", 0, Class::Assess, Time::Future, Affirmed),
    ("We are, therefore, committed to building ships.", 0, Class::Commit, Time::Future, Affirmed),
    ("Trade has been slow for some time.", 0, Class::Assess, Time::Present, Affirmed),
    // Who is called upon is asked by whoever speaks, and a duty is asked for, but not what nobody needs.
    ("All ports are called upon to open.", 0, Class::Demand, Time::Future, Affirmed),
    (
        "The League once again urges Averil to fully and promptly close the port.",
        0,
        Class::Demand,
        Time::Future,
        Affirmed,
    ),
    ("It is incumbent on the ports to open.", 0, Class::Demand, Time::Future, Affirmed),
    ("We have no need to close the port.", 0, Class::Assess, Time::Present, Negated),
    ("We have everything we need to build a port.", 0, Class::Assess, Time::Present, Affirmed),
    ("I should like first of all to congratulate the crews.", 0, Class::Praise, Time::Present, Affirmed),
    // What others will do is foreseen.
    ("The ports are full. The Council expects that they will open soon.", 1, Class::Assess, Time::Future, Affirmed),
    ("The Council expects that it will open the port.", 0, Class::Commit, Time::Future, Affirmed),
    ("Generally speaking, the old harbour of the islands.", 0, Class::Assess, Time::Present, Affirmed),
    ("The fund will be paying out.", 0, Class::Assess, Time::Future, Affirmed),
    ("Ports have no alternative but to open.", 0, Class::Demand, Time::Future, Affirmed),
    // What was, and what was only thought then.
    ("There was a storm.", 0, Class::Assess, Time::Past, Affirmed),
    ("There was a notion that the League would last.", 0, Class::Assess, Time::Past, Affirmed),
    // What goes with an outlook is foreseen as well.
    (
        "The Council expects trade to grow, with the ports continuing to fill as it deems right.",
        1,
        Class::Assess,
        Time::Future,
        Affirmed,
    ),
    ("Staff see prices averaging 2 crowns in 2030.", 0, Class::Assess, Time::Future, Affirmed),
    ("Lower tolls should support the recovery.", 0, Class::Assess, Time::Future, Affirmed),
    // `might` is a noun where a third person follows.
    ("Our military might protects the straits.", 0, Class::Assess, Time::Present, Affirmed),
    ("— Place a new lamp on the mole.", 0, Class::Commit, Time::Future, Affirmed),
    ("And that's why I'm going to change the way we store our grain.", 0, Class::Commit, Time::Future, Affirmed),
    // Thanks, good wishes and pride praise.
    ("We wish the crews well as they sail.", 0, Class::Praise, Time::Present, Affirmed),
    ("We are humbled and grateful for the help.", 0, Class::Praise, Time::Present, Affirmed),
    ("Congratulations to the crews of Averil.", 0, Class::Praise, Time::Present, Affirmed),
    ("We take great pride in the crews.", 0, Class::Praise, Time::Present, Affirmed),
    ("I am proud that the port is open.", 0, Class::Praise, Time::Present, Affirmed),
    (
        "Allow me to begin my remarks by offering our congratulations to Ada Hale.",
        0,
        Class::Praise,
        Time::Present,
        Affirmed,
    ),
    ("We are deeply gratified that the port is open.", 0, Class::Support, Time::Present, Affirmed),
    // What one is at is done, and what one holds something to be is judged.
    ("The Council is maintaining its old rule.", 0, Class::Act, Time::Present, Affirmed),
    ("Against all odds, we are pushing ahead with the new mole.", 0, Class::Act, Time::Present, Affirmed),
    ("We consider free trade a duty.", 0, Class::Assess, Time::Present, Affirmed),
    ("We are considering a second port.", 0, Class::Commit, Time::Present, Affirmed),
    ("We will consider a second port.", 0, Class::Commit, Time::Future, Affirmed),
    // What had been promised is promised no more.
    ("We had promised to open the port.", 0, Class::Assess, Time::Past, Affirmed),
    // An aim is that of whoever speaks, unless it is somebody's.
    ("One of our chief targets will be to end hunger.", 0, Class::Commit, Time::Future, Affirmed),
    ("The aim would be to open all ports in a year.", 0, Class::Commit, Time::Future, Affirmed),
    ("The first goal will be to keep prices stable.", 0, Class::Commit, Time::Future, Affirmed),
    ("The goal of the pirates is to close the port.", 0, Class::Assess, Time::Present, Affirmed),
    // What befalls, and what is only compared.
    ("We will have our differences.", 0, Class::Assess, Time::Future, Affirmed),
    ("I assure the League that Averil will not let it fail.", 0, Class::Commit, Time::Future, Affirmed),
    ("Crews should earn more in spring.", 0, Class::Assess, Time::Future, Affirmed),
    ("Nothing could compare with the new port.", 0, Class::Assess, Time::Present, Affirmed),
    // What somebody's view or duty is, and who is called upon.
    ("It is my belief that the islands must talk.", 0, Class::Demand, Time::Future, Affirmed),
    ("It is our sincere hope that talks begin.", 0, Class::Demand, Time::Future, Affirmed),
    ("It is our common duty to help the crews.", 0, Class::Demand, Time::Future, Affirmed),
    ("It is now up to the islands to open the port.", 0, Class::Demand, Time::Future, Affirmed),
    // What one had to do or had hoped for is asked no more.
    ("We needed to open the port.", 0, Class::Assess, Time::Past, Affirmed),
    ("The islands had to close their ports.", 0, Class::Assess, Time::Past, Affirmed),
    ("We had hoped that the port would open.", 0, Class::Assess, Time::Past, Affirmed),
    ("New ports are needed to widen trade.", 0, Class::Demand, Time::Future, Affirmed),
    ("New ports are needed.", 0, Class::Demand, Time::Future, Affirmed),
    // What may be going on goes on now.
    ("Trade may be slowing.", 0, Class::Assess, Time::Present, Affirmed),
    ("Trade may be slow.", 0, Class::Assess, Time::Future, Affirmed),
    // Backing and requests in other words.
    ("We favour free trade.", 0, Class::Support, Time::Present, Affirmed),
    ("I wish to express our deep satisfaction with the truce.", 0, Class::Support, Time::Present, Affirmed),
    ("I extend a warm welcome to the new members.", 0, Class::Support, Time::Present, Affirmed),
    ("I also wish to register our appreciation for the help.", 0, Class::Praise, Time::Present, Affirmed),
    ("I challenge every old port and every crew to lower their tolls.", 0, Class::Demand, Time::Future, Affirmed),
    ("We count on your continued support.", 0, Class::Demand, Time::Future, Affirmed),
    // What leads to a speech act takes its class, however much stands between; what leads to a deed wishes it.
    (
        "May I also take this opportunity to convey my warm congratulations to the Chair.",
        0,
        Class::Praise,
        Time::Present,
        Affirmed,
    ),
    ("It is my great pleasure to welcome the islands as new members.", 0, Class::Support, Time::Present, Affirmed),
    ("I should like at the outset to thank the crews.", 0, Class::Praise, Time::Present, Affirmed),
    ("I wish to make it clear that the strait is free.", 0, Class::Assess, Time::Present, Affirmed),
    ("I wish to extend my condolences to the crews.", 0, Class::Act, Time::Present, Affirmed),
    ("I want to open the port.", 0, Class::Commit, Time::Future, Affirmed),
    ("The islands are ours, and we would like to widen their ports.", 1, Class::Commit, Time::Future, Affirmed),
    ("I began by thanking the crews.", 0, Class::Assess, Time::Past, Affirmed),
    ("We must draw the right lessons.", 0, Class::Demand, Time::Future, Affirmed),
    // What befalls the speaker is foreseen, and what others will do is theirs.
    ("We will fail to keep the ports open.", 0, Class::Assess, Time::Future, Negated),
    ("I am confident that he will keep the port open.", 0, Class::Assess, Time::Future, Affirmed),
    // What was not asked for or was looked forward to is over; what cannot be agreed is no promise.
    ("We did not ask for this task.", 0, Class::Assess, Time::Past, Negated),
    ("I was looking forward to the spring.", 0, Class::Assess, Time::Future, Affirmed),
    ("If we could not agree on tolls, trade would stop.", 0, Class::Assess, Time::Future, Affirmed),
    // What is vital to somebody is judged, what it is vital to do is asked for.
    ("Free ports are vital to the islands.", 0, Class::Assess, Time::Present, Affirmed),
    ("All ports are urged to open their gates.", 0, Class::Demand, Time::Future, Affirmed),
    // What one has no doubt of is foreseen.
    ("I have no doubt that the ports will grow.", 0, Class::Assess, Time::Future, Affirmed),
    // What was promised long ago is told, and a noun promises nothing.
    ("Last year I pledged that we would open the port.", 0, Class::Act, Time::Past, Affirmed),
    ("The islands agree, and we have work to do.", 1, Class::Assess, Time::Present, Affirmed),
    ("The crews who built this port pay more tolls than owners do.", 0, Class::Assess, Time::Present, Affirmed),
    ("The mole we built in spring cannot keep the storms out.", 0, Class::Assess, Time::Present, Negated),
    // A clause inside the subject denies nothing of the claim.
    ("Members who do not pay their tolls will lose their vote.", 0, Class::Assess, Time::Future, Affirmed),
    ("The storm has brought nothing but misery.", 0, Class::Assess, Time::Present, Affirmed),
    // What one proposes one puts forward or promises to; that something be so is asked for.
    ("I will propose a bill on tolls to the League.", 0, Class::Commit, Time::Future, Affirmed),
    ("I am proposing a bill on tolls.", 0, Class::Act, Time::Present, Affirmed),
    ("I am proposing that the levy be cut.", 0, Class::Demand, Time::Future, Affirmed),
    ("We reserve the right to close the port.", 0, Class::Commit, Time::Future, Affirmed),
    ("Both sides are yet to meet.", 0, Class::Assess, Time::Present, Negated),
    ("We hoped for an open port.", 0, Class::Assess, Time::Past, Affirmed),
    ("Our first task was to open the port.", 0, Class::Assess, Time::Past, Affirmed),
    ("We are in need of a new port.", 0, Class::Demand, Time::Future, Affirmed),
    ("We will not be able to open the port.", 0, Class::Assess, Time::Future, Negated),
    ("It is regrettable that the port is closed.", 0, Class::Concern, Time::Present, Affirmed),
    ("Those who tax grain would do well to look at trade.", 0, Class::Demand, Time::Future, Affirmed),
    ("I should be sorry if the port were closed.", 0, Class::Assess, Time::Future, Affirmed),
    ("We are concerned whether the port will open.", 0, Class::Concern, Time::Present, Affirmed),
    // A noun that could be a verb, a verb that could be a noun.
    ("Hope is founded on trade.", 0, Class::Assess, Time::Present, Affirmed),
    ("Reports point to more trade over the year, led by grain.", 0, Class::Assess, Time::Present, Affirmed),
    ("Sailors the world over aspire to free ports.", 0, Class::Assess, Time::Present, Affirmed),
    // A noun behind the object makes no claim, nor does what leads up to a deed; what was meant so is over.
    ("We have won the trust of all through our commitment to peace.", 0, Class::Assess, Time::Present, Affirmed),
    ("Averil has sent ships to the islands in the hope that they will sail.", 0, Class::Act, Time::Present, Affirmed),
    ("I assure you of the League of Ports' full support.", 0, Class::Support, Time::Present, Affirmed),
    ("We were at one with the ports on the need to act.", 0, Class::Demand, Time::Future, Affirmed),
    ("We are committed to supporting the ports.", 0, Class::Commit, Time::Future, Affirmed),
    ("The tolls were designed to help trade.", 0, Class::Assess, Time::Past, Affirmed),
    ("Last year we made a commitment to the islands.", 0, Class::Act, Time::Past, Affirmed),
    ("We have all paid the price for the storm.", 0, Class::Assess, Time::Present, Affirmed),
    ("We cannot stand by and watch.", 0, Class::Concern, Time::Present, Affirmed),
    ("It is the duty of the League to open the port.", 0, Class::Demand, Time::Future, Affirmed),
    ("Nor could we have opened the port.", 0, Class::Assess, Time::Past, Negated),
    ("Please allow me to extend my warm congratulations to you, Sir.", 0, Class::Praise, Time::Present, Affirmed),
    // What leads to a speech act may be broken by an aside.
    ("I should like, before the talks, to thank the crews.", 0, Class::Praise, Time::Present, Affirmed),
    // What is known of others is no promise, whether `that` is said or not.
    ("I know the talks will be long.", 0, Class::Assess, Time::Future, Affirmed),
    ("I trust this will not be taken for a threat.", 0, Class::Assess, Time::Future, Negated),
    // What others think of the speaker or his aims is no stance of his.
    ("Our resolve was supported by many ports.", 0, Class::Assess, Time::Past, Affirmed),
    ("We were warned by the storm.", 0, Class::Assess, Time::Past, Affirmed),
    // What a matter demands, its speaker does; what one can only hope for is no promise.
    ("Reality demands that the strait be open.", 0, Class::Demand, Time::Future, Affirmed),
    ("We renew our call for an open strait.", 0, Class::Demand, Time::Future, Affirmed),
    ("We count on further talks.", 0, Class::Demand, Time::Future, Affirmed),
    ("We hold that both sides should meet.", 0, Class::Demand, Time::Future, Affirmed),
    ("We can look forward to spring.", 0, Class::Assess, Time::Future, Affirmed),
    ("Our task will not be easy.", 0, Class::Assess, Time::Future, Negated),
    ("I assure him of the full cooperation of my delegation.", 0, Class::Commit, Time::Future, Affirmed),
    // What alarms is feared by whoever says so.
    ("The raids are a cause for grave concern.", 0, Class::Concern, Time::Present, Affirmed),
    ("It is unfortunate that the port is closed.", 0, Class::Concern, Time::Present, Affirmed),
    ("Last year we hosted the talks.", 0, Class::Act, Time::Past, Affirmed),
    // What is wished for is asked of heaven.
    ("May the ports stay open for ever.", 0, Class::Demand, Time::Future, Affirmed),
    ("Trade is slow and may fall again.", 0, Class::Assess, Time::Present, Affirmed),
    // What stands under a `have` or a modal of before is told of its time and asked for with it, whatever verbs it holds.
    (
        "We have lowered the tolls of the north, opened the ports, and built a fleet.",
        1,
        Class::Act,
        Time::Present,
        Affirmed,
    ),
    ("We lowered the tolls of the north, opened the ports, and built a fleet.", 1, Class::Act, Time::Past, Affirmed),
    (
        "The Council should open the harbours, watch the tolls, and ensure crews are safe.",
        2,
        Class::Demand,
        Time::Future,
        Affirmed,
    ),
    (
        "The Council opens the harbours, and the masters ensure crews are safe.",
        1,
        Class::Assess,
        Time::Present,
        Affirmed,
    ),
    // To say a thing is no promise, and what is only said to be is no more than that.
    ("I shall open the port with the crews.", 0, Class::Commit, Time::Future, Affirmed),
    ("I would like to highlight that the ports are closed.", 0, Class::Assess, Time::Present, Affirmed),
    ("Such neglect is unpardonable.", 0, Class::Oppose, Time::Present, Affirmed),
    ("We appreciate the work done by the crews.", 0, Class::Praise, Time::Present, Affirmed),
    ("We appreciate the aid.", 0, Class::Support, Time::Present, Affirmed),
    ("We are looking forward to support for our plan.", 0, Class::Commit, Time::Future, Affirmed),
    // The clause that is a subject claims nothing by itself, unless it says what is needed.
    ("What is good for trade is not good for the ports.", 0, Class::Assess, Time::Present, Negated),
    ("What is needed is a port.", 0, Class::Demand, Time::Future, Affirmed),
    ("All islands will be called upon to move in step.", 0, Class::Demand, Time::Future, Affirmed),
    ("The price of growth need not be war.", 0, Class::Assess, Time::Present, Negated),
    // A refusal opposes, and is not denied.
    ("We will not accept a toll on grain.", 0, Class::Oppose, Time::Present, Affirmed),
    ("We will not stand idly by.", 0, Class::Concern, Time::Present, Affirmed),
    ("I am astonished that those bands sail free.", 0, Class::Concern, Time::Present, Affirmed),
    ("We are standing up for peace in the strait.", 0, Class::Support, Time::Present, Affirmed),
];

/// Sentences of one phrase and how sure it is.
const SURE: &[(&str, Certainty)] = &[
    ("Trade may fall.", Certainty::Possible),
    ("Perhaps trade has fallen.", Certainty::Possible),
    ("Trade will likely fall.", Certainty::Probable),
    ("We expect that trade will fall.", Certainty::Probable),
    ("We hold that trade could fall.", Certainty::Possible),
    ("The Council sees trade as likely to fall.", Certainty::Probable),
    ("Trade shows signs of recovery.", Certainty::Possible),
    ("It is clear, therefore, that trade might fall.", Certainty::Possible),
    ("Should these storms last, the port might close.", Certainty::Possible),
    ("News that has come in indicates that trade grew.", Certainty::Probable),
    ("It is uncertain how long the storms will last.", Certainty::Possible),
    ("We cannot rule out that trade will fall.", Certainty::Possible),
    // What a noun or a clause inside it says takes nothing from the claim.
    ("The Council will weigh the likely costs.", Certainty::Certain),
    ("Because we believe that storms may come, we will keep the port open.", Certainty::Certain),
    ("In weighing the steps that may be needed, the Council will look at trade.", Certainty::Certain),
    ("We will honour the crews who might have turned back.", Certainty::Certain),
    ("The levy gives the ports the help they may need.", Certainty::Certain),
    // What is asked for is not thought likely, and other senses hedge nothing.
    ("Both sides should meet.", Certainty::Certain),
    ("Prices should pick up in spring.", Certainty::Probable),
    ("We believe in free trade.", Certainty::Certain),
    ("We stood up for the belief that trade should be free.", Certainty::Certain),
    ("We cannot buy the goods they'd like to sell.", Certainty::Certain),
    ("The crews show great courage.", Certainty::Certain),
    ("I would underline the need for calm.", Certainty::Certain),
    ("There was a notion that ports would last.", Certainty::Certain),
    ("We have seen many storms that few could have foreseen.", Certainty::Certain),
    ("The Council will weigh its gains, both made and expected.", Certainty::Certain),
    ("The old are twice as likely to be poor.", Certainty::Certain),
];

/// Texts that claim nothing.
const SILENT: &[&str] = &[
    "Mr. Speaker, members of the League, honoured guests, and fellow sailors: good evening.",
    "Forgive me.",
    "I can't resist sharing a story of the port.",
    "We wish you every success in your task.",
    "Let me say a few words of trade.",
    "Welcome home, Ada.",
    "I wish to report to the League on the state of the ports.",
    "I am presenting my yearly message in three parts.",
    "I should like to present the following three points.",
    "Let me propose a brief agenda for reform.",
    "Tonight I also want to discuss trade.",
    "I should like to dwell briefly on the tolls.",
    "I am grateful for the privilege of addressing the League.",
    "It is a great honour to stand before the League.",
    "Thank you, and God bless Averil.",
    "Separate press releases with further details will be published this afternoon.",
    "It is a great honour for me to address the League.",
    "Make no mistake about it.",
    "I shall end my statement by quoting an old sailor.",
    "Will the ports again be free?",
    "How will the ports be remembered?",
    "I would like to give one example.",
    "I shall not mention all of the ports.",
    "I now turn to the ports of the north.",
    "I am referring to the strait.",
    "This brings me to my last point.",
    "Let us now look at the ports.",
    "Let me tell you something.",
    "I would like to share some thoughts with you on the ports.",
    "Now let me be clear.",
    "Can the League of all the islands keep the peace?",
    "RESTORING PEACE AT SEA",
    "Look at the ports.",
    "Captain Hale, please stand.",
    "The old captain is here with us tonight.",
    "I would like to explain some of the items before us.",
    "I shall touch next on trade.",
    "I should first like to talk about trade.",
    "I would like, once more, to talk about trade.",
    "I'd like to talk about the ports.",
    "I would like in this hall to highlight two issues.",
    "We regard the following five points as important.",
    "I would now like to make some remarks on the ports.",
];

#[test]
fn what_only_opens_or_greets_claims_nothing() {
    for text in SILENT {
        let reading = read(text);
        let found: Vec<&str> = reading.phrases.iter().map(|phrase| reading.statement.quote(phrase.span)).collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn a_claim_is_as_sure_as_its_own_words() {
    let mut wrong = Vec::new();
    for (text, wanted) in SURE {
        let found: Vec<Certainty> = read(text).phrases.iter().map(|phrase| phrase.certainty).collect();
        if found != [*wanted] {
            wrong.push(format!("{text}\nwanted {wanted:?}\nfound  {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn class_time_and_polarity_are_those_of_the_claim_itself() {
    let mut wrong = Vec::new();
    for (text, number, class, time, polarity) in READ {
        let reading = read(text);
        let found = reading.phrases.get(*number).map(|phrase| (phrase.class, phrase.time, phrase.polarity));
        if found != Some((*class, *time, *polarity)) {
            wrong.push(format!("{text}\nwanted {class:?} {time:?} {polarity:?}\nfound  {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn phrases_are_held_by_whom_the_text_says() {
    let mut wrong = Vec::new();
    for (text, number, wanted) in HELD {
        let reading = read(text);
        let actor = reading.phrases.get(*number).and_then(|phrase| phrase.actor.as_ref());
        let found = actor.map(|actor| reading.name(actor));
        if found != Some(*wanted) {
            wrong.push(format!("{text}\nwanted {wanted}\nfound  {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn phrases_are_cut_where_an_analyst_would() {
    let mut wrong = Vec::new();
    for marked in CUT {
        let text = marked.replace("| ", "").replace(['{', '}'], "");
        let reading = read(&text);
        let found: Vec<String> =
            reading.phrases.iter().map(|phrase| reading.statement.quote(phrase.span).to_owned()).collect();
        let trim = |piece: &str| piece.trim().trim_end_matches([',', '.', ';']).trim().to_owned();
        let wanted: Vec<String> = marked
            .split('|')
            .map(|piece| piece.split(['{', '}']).step_by(2).collect::<String>())
            .map(|piece| trim(&piece))
            .filter(|piece| !piece.is_empty())
            .collect();
        if found != wanted {
            wrong.push(format!("wanted {wanted:?}\nfound  {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Ends at which a text may break off.
const ENDS: &[&str] = &["", " and", ", and", ", or", ", to", ", and to", " both", " than"];

#[test]
fn a_text_may_begin_and_break_off_anywhere() {
    let also =
        ["Each and every harbour is open.", "It is, rather, both.", "We will, above all, and", "Can he, then, or"];
    let whole = CUT.iter().map(|marked| marked.replace("| ", "").replace(['{', '}'], ""));
    for text in whole.chain(also.map(str::to_owned)) {
        let words: Vec<&str> = text.split(' ').collect();
        for at in 0..words.len() {
            let begun = words[at..].join(" ");
            let broken = ENDS.iter().map(|end| format!("{}{end}", words[..at + 1].join(" ")));
            for piece in broken.chain([begun]) {
                let reading = read(&piece);
                for phrase in &reading.phrases {
                    assert!(piece.contains(reading.statement.quote(phrase.span)), "{piece}: {phrase:?}");
                }
            }
        }
    }
}
