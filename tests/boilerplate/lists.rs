//! Results, tables and lists of articles of our own: short lines that nobody pasted along.

use crate::check;

#[test]
fn results_of_races_with_countries_and_times() {
    check(
        "\
Norland skaters sweep the 1,500 metres at Vesterby

Jane Doell of Norland won the women's 1,500 metres on Saturday in a track record of 1:58.31, a second ahead of her team-mate Ida Brekke, on ice that had been relaid after a night of rain.

Leading results from the first day of the Vesterby Cup on Saturday:

Women's 1,500 metres
1. Jane Doell (Norland) 1:58.31
2. Ida Brekke (Norland) 1:59.40
3. Sofie Marchand (Gallia) 2:00.02
4. Petra Novak (Moravia) 2:00.95
5. Lena Osterman (Svea) 2:01.13

Men's 5,000 metres
1. Tor Hagen (Norland) 6:21.77
2. Mikko Laine (Suomi) 6:22.08
3. Jan de Wit (Batavia) 6:25.50

Doell said that she had not looked at the clock until the last bend. \u{201c}I heard the crowd, and I knew,\u{201d} she said. \u{201c}The rest was only keeping my feet under me.\u{201d}

The cup ends on Sunday with the relays.
",
    );
}

#[test]
fn a_league_table_with_scores() {
    check(
        "\
Harbour City go top after late winner

Harbour City moved to the top of the northern league on Sunday with a 2-1 win at Milltown, their sixth in a row, thanks to a goal by Emil Strand in the ninth minute of added time.

Milltown 1 Harbour City 2
Eastgate 0 Vesterby 0
Lund United 3 Orm Rovers 1
Quay Athletic 2 Ferry Wanderers 2

Standings (played, won, drawn, lost, goals, points):

Harbour City 11 8 2 1 24 9 26
Vesterby 11 7 3 1 19 8 24
Lund United 11 6 2 3 21 14 20
Milltown 11 5 3 3 15 12 18
Eastgate 11 3 4 4 10 13 13
Quay Athletic 11 2 4 5 12 18 10
Ferry Wanderers 11 2 2 7 9 20 8
Orm Rovers 11 1 2 8 7 23 5

Scorers: Strand (34, 90+9); Okoro (61)

City's manager, Ruth Adeyemi, said that her side had been lucky. \u{201c}We were second best for an hour,\u{201d} she said, \u{201c}and then we had Emil.\u{201d}
",
    );
}

#[test]
fn an_agency_report_of_nothing_but_results() {
    check(
        "\
TENNIS - RESULTS AT NORTHPORT OPEN.
NORTHPORT 2024-03-08
Results from the Northport Open on Friday ( prefix number denotes seeding ) :
Men's singles , third round
1 - Pavel Orlik ( Moravia ) beat Hugo Lenz ( Alpenland ) 6-3 6-4 7-6
Marek Toth ( Pannonia ) beat 5 - Luis Prado ( Iberia ) 2-6 6-2 6-4 6-1
12 - Sven Dahlin ( Svea ) beat Ravi Menon ( Deccan ) 7-5 6-2 6-3
Women's singles , second round
4 - Ana Ribeiro ( Lusitania ) beat Mei Tanaka ( Yamato ) 6-0 6-2
Clara Voss ( Alpenland ) beat Nina Petrova ( Volga ) 3-6 7-5 8-6
",
    );
}

#[test]
fn results_of_an_election_by_ward() {
    check(
        "\
Holm keeps Vesterby by 212 votes

Mayor Lise Holm won a third term on Sunday with 51.3 percent of the vote, the closest result in the town since the war.

Results by ward

Lower Town: Holm 1,204, Vance 988
Upper Town: Holm 871, Vance 1,102
Quay: Holm 644, Vance 402
Orm: Holm 301, Vance 316

Turnout 71.4 percent

Spoiled ballots 38

Vance conceded shortly before midnight. \u{201c}The town has spoken, quietly,\u{201d} he told supporters in the rope loft.
",
    );
}

#[test]
fn the_programme_of_a_festival() {
    check(
        "\
Festival of the sound: the programme

For three days the town plays host to eleven choirs, two brass bands and a puppet theatre from the capital. Entry is free.

Friday

6 p.m. Opening, town hall steps
7 p.m. Vesterby Male Voice Choir
8.30 p.m. Dockers' Brass

Saturday

10 a.m. Puppets for children under eight
2 p.m. Choirs of the islands
9 p.m. Dance on the quay

Sunday

11 a.m. Service on the wall
3 p.m. Farewell

If it rains, everything moves to the rope loft, which holds two hundred people and has one door, the organisers say.
",
    );
}

#[test]
fn a_timeline_of_dates() {
    check(
        "\
How the wall was built: a timeline

The sea wall of Vesterby took sixty years to finish and six nights to break. These are its dates.

1871
The council votes for a wall, and against paying for it.

1874
Work begins with forty masons and a loan from the brewery.

March 4, 1902
The first storm takes the northern end.

1931
The last stone is laid by a girl of nine, Karen Dahl.

November 12, 1953
The great flood. Forty-one people die in the lower town.

2024
The council votes to rebuild it, and to pay.
",
    );
}

#[test]
fn a_glossary() {
    check(
        "\
The words of the dock: a short glossary

Dockers have always had their own language. We asked four of them what their words mean, and they agreed on nearly all.

Bollard
A post to which a ship is tied.

Dunnage
Loose wood that keeps cargo apart. Also, a docker's lunch.

Fender
What keeps ship and wall from meeting.

Gang
Six men and a hook.

Lighter
A flat boat that carries cargo to the wall when the ship cannot come to it.

Stow
To put away well.

Tally
The count, and the man who counts.

All four said that the words are going faster than the work.
",
    );
}

#[test]
fn products_with_weights_and_prices() {
    check(
        "\
The best rain jackets for a wet coast

We wore nine jackets through a week of sideways rain. Three of them kept us dry.

Best overall

Fjordmark Storm 3

Weight: 410 g
Price: $240
Sizes: XS to XXL

The hood stays where it is put, the zips do not freeze, and after six days we had forgotten that we wore it.

Best value

Quay Basic

Weight: 520 g
Price: $85

Heavy and plain, but dry. Dockers wear it.

Most packable

Wren Ultralight

Weight: 190 g
Price: $310

It fits into a mug. It also tore on a bramble on the second day.

How we tested

We stood on the wall.
",
    );
}

#[test]
fn a_recipe_with_its_times() {
    check(
        "\
Grandmother's barley soup

This soup fed eleven of us through the winter of the long strike, and it still tastes of smoke and victory to me.

Prep time: 20 minutes
Cook time: 1 hour 30 minutes
Serves: 6
Difficulty: Easy

Ingredients

2 onions, finely chopped
3 carrots, diced
200 g pearl barley
1.5 litres stock
1 bay leaf
Salt and pepper
A handful of parsley

Method

1. Soften the onions and the carrots in butter over a low flame for ten minutes without letting them brown.
2. Add the barley, stir until it shines, and pour in the stock with the bay leaf.
3. Simmer for an hour and a quarter, until the barley is soft but still has a bite.

Tips

Leftovers

It keeps for three days and is better on the second. Thin it with water, never with milk.

Notes

My mother left out the carrots when they were dear.
",
    );
}
