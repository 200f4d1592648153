"""The phrases by which a post shows each of its facets, in six languages."""

from __future__ import annotations

from bot.reading.problem_words import PROBLEM
from bot.reading.words import PhraseBook

PRODUCT = """
demo, demos, demoed, slides, slide, deck, one pager, feature, features, product tour,
walkthrough of the, screens, dashboard, module, integration, integrations, connector, plugin,
sensor, sensors, logger, loggers, release, released, changelog, roadmap, beta, heatmap,
map view, datasheet, data sheet, our app, the app, mobile app, app, kiosk, handheld, handhelds,
sso, api, import, export tool, offline mode, interface, user interface, ui, sandbox,
trial licence, trial account, test account of ours, our platform, our software, our tool,
our product, prototype, proof of concept, firmware, hardware, gateway, tablet, tablets, scanner,
scanners, reporting tool, template library, product sheet, brochure, whitepaper, screen,
screenshots, video, add on, addon, new version, functionality, configurator, missing feature,
product,
vorfuhrung, produkt, funktion, funktionen, schnittstelle, schnittstellen, folien, prasentation,
modul, sensoren, testlogger, testgerat, testgerate, testzugang, datenblatt, oberflache,
anwendung, produktdemo, prospekt, software, live demo, testsystem, messgerat, messgerate,
demonstration, fonctionnalite, fonctionnalites, diapos, presentation produit, logiciel, module,
capteur, capteurs, ecran, ecrans, memoire de traduction, connecteur, fiche produit, appli,
application, tableau de bord, outil, plateforme, version d'essai, diaporama, boitier, boitiers,
funcionalidad, funcionalidades, diapositivas, presentacion del producto, modulo, modulos,
sensores, pantallas, integracion, aplicacion, la app, folleto, ficha tecnica, cuadro de mando,
plataforma, programa, herramienta, lector, lectores, version de prueba,
funcionalidade, apresentacao do produto, modulo, modulos, telas, painel, integracao, aplicativo,
sistema, ficha tecnica, folheto, ferramenta, versao de teste, plataforma, leitores,
functie, functies, functionaliteit, koppeling, koppelingen, dia's, schermen, module, sensoren,
productdemo, proefversie, productblad, applicatie, testomgeving, scanner, platform
"""

MONEY = """
discount, discounts, percent off, off the setup, quota, arr, mrr, acv, tcv, budget, budgets,
pricing, cheaper, price, payment terms, expected revenue, commission, list price, rebate,
price list, prices, per seat, per user, invoice, billing, expensive, too pricey, price increase,
purchase price, turnover, rate card, service charge, of target, targets, premium,
rabatt, rabatte, nachlass, nachlassen, skonto, preis, preise, preiserhohung, billiger, gunstiger, zu teuer,
zahlungsziel, umsatz, listenpreis, auftragswert, volumen,
remise, remises, ristourne, prix, tarif, tarifs, moins cher, trop cher, budget,
chiffre d'affaires, acompte,
descuento, descuentos, cuota, precio, precios, mas barato, mas barata, presupuesto, demasiado caro,
facturacion, rebaja,
desconto, descontos, preco, precos, mais barato, mais barata, orcamento, muito caro,
faturamento,
korting, kortingen, prijs, prijzen, goedkoper, te duur, omzet, begroting, budget
"""

STAGE = """
not signed, not sign, signed yet, sign before, signs before, both sign, haven't signed, hasn't signed,
nicht unterschrieben, noch nicht unterschrieben, n'a pas signe, pas encore signe, no ha firmado,
no han firmado, firmaban, nao assinou, nao assinaram, niet getekend, no decision, not decided,
slips to, slips a quarter, slipped to, slipped a quarter, slips into, pushed to q, in pipe, in the pipe,
new opportunity,
stage, stages, pipeline, forecast, forecasts, close date, closing date, commit, closed won,
closed lost, in negotiation, negotiation stage, sitting in, still in proposal, stuck in, likely,
probability, signatures, win rate, this quarter's number, get signed, gets signed, funnel,
deal review, best case, upside, hygiene, verbal, closes in, should close, will close, close by,
renewal date, go no go,
phase, verhandlungsphase, abschlussdatum, abschluss, wahrscheinlichkeit, trichter, prognose,
etape, etapes, phase de, prevision, previsions, date de signature, date de cloture, probabilite,
tunnel, etapa, etapas, fecha de cierre, cierre, probabilidad, embudo, prevision de, pronostico,
fase, fechamento, funil, previsao, probabilidade, sluitdatum, slagingskans, prognose, pijplijn,
trechter
"""

INTERNAL = """
another supplier, another vendor, another provider, somebody else, someone else, a rival, otro proveedor,
la competencia, un autre prestataire, autre fournisseur, outro fornecedor, een ander, anderen anbieter,
approve, approves, approval, approvals, approved by our, sign off, sign that off, signed off by,
deal desk, our legal, our finance, our director, our cfo, our ceo, our boss, our management,
our vp, with our legal, from finance, finance wants, at finance, at legal, new form, policy,
competitor, competitors, battle card, battlecard, incumbent, went with, going with, go with,
goes with, chose, chosen, opted for, stay with, staying with, sticking with, signed with,
lost to, free trial in, competing, undercut, undercutting, rival, against us, instead of us,
competes, our board, our side needs, territory, comp plan, headcount, who owns this account,
account split, internally, politics, reorg, competition, also talking to, also looking at,
evaluating, shortlisted with, is offering, product management, our pricing team, exception,
freigeben, freigabe, genehmigen, genehmigung, genehmigt, unsere rechtsabteilung, unser chef,
geschaftsleitung muss, wettbewerb, wettbewerber, mitbewerber, bleiben bei, bleibt bei, gehen zu,
geht zu, entscheiden sich fur, entschieden fur, konkurrenz, intern, vorstand muss,
controlling muss, wechseln zu,
approbation, validation interne, valider en interne, notre juridique, notre direction,
notre directeur, doit valider, concurrent, concurrents, concurrence, restent chez, reste chez,
partent chez, part chez, partis chez, parti chez, ont choisi, a choisi, en interne,
notre service juridique,
aprobacion, aprobar, tiene que aprobar, nuestro director, nuestra directora, nuestro legal,
competencia, competidor, competidores, se van con, se va con, se quedan con, se queda con,
se fueron con, se fue con, han elegido, ha elegido, eligieron, internamente, visto bueno de,
aprovacao, aprovar, precisa aprovar, nosso diretor, nossa diretora, nosso juridico, concorrente,
concorrentes, concorrencia, ficaram com, foram com, escolheram, escolheu, optaram, internamente,
aval do,
goedkeuring, goedkeuren, akkoord van onze, onze directie, onze directeur, onze juridische,
concurrent, concurrenten, concurrentie, kiezen voor, kiest voor, gekozen voor, blijven bij,
blijft bij, intern, gaan met
"""

SAYS = """
said, says, say, asked, asks, asking us, told me, told us, tells us, explained, wrote, writes,
mentioned, complained, complains, according to, put it, quote, in her words, in his words,
in their words, they call it, wants to know, wanted to know, admitted, confirmed that,
reported that, reports that, stressed, insisted, replied, answered that, feedback from,
raised the question, her exact words, words were, kept saying, swears,
sagt, sagte, sagten, sagen, meint, meinte, meinten, fragte, fragten, fragt, laut, zufolge,
erzahlte, erzahlten, erzahlt, schreibt, schrieb, erklarte, berichtet, berichtete, wortlich,
zitat, wollte wissen, wollten wissen, beklagt, beklagte, o ton, so der, so die,
dit, disent, demande si, demandent, demande, ont demande, a demande, nous a dit, m'a dit,
ont dit, a dit, a explique, explique, selon, d'apres, nous a ecrit, ecrit, raconte, precise que,
s'est plaint, se plaint, se plaignent, voulait savoir, voulaient savoir, confie,
dice, dicen, dijo, dijeron, pregunto, preguntaron, pregunta si, preguntan, nos conto, conto,
me conto, segun, explico, explica, explicaron, comento, comentaron, comenta, escribio,
nos ha dicho, han dicho, ha dicho, pidio, pidieron, nos han pedido, se quejo, se queja,
se quejan, quieren saber,
disse, disseram, diz, dizem, perguntou, perguntaram, contou, contaram, segundo, explicou,
explicaram, comentou, comentaram, escreveu, pediu, pediram, reclamou, reclamam, reclama,
quis saber, queriam saber,
zegt, zei, zeiden, zeggen, vroeg, vroegen, vraagt, vertelde, vertelden, volgens, legde uit,
schreef, noemde, klaagt, klaagde, klagen, wilde weten, wilden weten, gaf aan, gaven aan,
geeft aan
"""

WANTS = """
they'd love, they'd like, she'd like, he'd like, they need, she needs, he needs, client needs, need it to, needs it to,
want, wants, wanted, would like, would love, hopes to, hope to, hoping to, hoping for, aims to,
aim to, aiming, aim is, goal, goals, their goal, objective, looking to, trying to, needs to be,
need to be, wish, wishes, wishing, dream, so that they, in order to, keen to, intend, intends,
plan to, plans to, planning to, ambition, target is, expects, expect to, must be able,
need to get, needs to get, need to cut, needs to cut, need to reduce, needs to reduce,
have to be, outcome they, after is, what matters to them, care about, cares about, priority is,
priority for them, would be happy if, why they talk to us, why now,
will, wollen, wollte, wollten, mochte, mochten, ziel, ziele, wunscht, wunschen, wunsch,
brauchen, braucht, vorhaben, hoffen, hofft, damit sie, damit die, anliegen, strebt, streben,
haben vor, legt wert, legen wert, plant, planen, vorweisen,
veut, veulent, voudrait, voudraient, souhaite, souhaitent, souhaitait, objectif, but est,
cherche a, cherchent a, espere, esperent, aimerait, aimeraient, a besoin de, ont besoin de,
besoin, tient a, tiennent a, ambition, vise, visent, compte, comptent,
quiere, quieren, querian, queria, quisiera, quisieran, desea, desean, objetivo, meta, busca,
buscan, esperan, espera, necesita, necesitan, pretende, pretenden, les gustaria, le gustaria,
su idea es, aspiran,
quer, querem, queria, queriam, gostaria, gostariam, deseja, desejam, objetivo, meta deles,
busca, buscam, espera, esperam, precisa, precisam, pretende, pretendem, sonho,
wil, willen, wilde, wilden, wenst, wensen, doel, doelstelling, hoopt, hopen, zou graag,
zouden graag, streeft, streven, moet kunnen, nodig hebben, heeft nodig, hebben nodig, van plan,
wens
"""

WANTED_OF_US = """
discount, quote, quotes, demo, demos, call, meeting, proposal, price, pricing, offer,
price list, trial, reference, references, contract, invoice, nda, sla, slides, callback,
to know, to see, to talk, to meet, to hear from, to sign, off, to decide, payment terms,
to renew, seats, licences, licenses, another, budget, to think, answer, reply, documentation,
poc, pilot, second call, sample, samples,
rabatt, angebot, demo, termin, preis, preise, referenz, referenzen, wissen, vertrag, muster,
unterschreiben, testzugang, entscheiden, remise, devis, demo, rendez vous, prix, tarif, savoir,
signer, reference, references, echantillon, descuento, oferta, presupuesto, demo, reunion,
precio, saber, firmar, referencias, muestra, desconto, proposta, demo, reuniao, preco, saber,
assinar, referencias, amostra, korting, offerte, demo, afspraak, prijs, weten, tekenen,
referentie, referenties, voorstel
"""

CRITERION = """
success means, success for, success is, success looks like, call it a success, count it as,
counts as success, be happy if, will be happy when, judge, judges, judged, will judge, judge us,
measure, measures, measured, measured by, measuring, kpi, kpis, metric, success criteria,
success criterion, payback, target is, target of, benchmark is, check whether, she checks,
he checks, they check, below, fewer than, less than, under 5, no more than, at least,
acceptance criteria, acceptance test, pass mark, threshold, tracked by, by how many, yardstick,
will look at, looks at the number, worth it if, the test is, the test will be, scorecard,
proof for them, a win if, win for them is, roi, counts for them, what counts is, what counts,
gemessen wird, messen, misst, gemessen, erfolg heisst, erfolg bedeutet, erfolgskriterium,
messlatte, kennzahl, zielwert, weniger als, hochstens, mindestens, unter 5, erfolgreich wenn,
ein erfolg wenn, zufrieden wenn, amortisation, amortisiert, woran sie, woran er, daran messen,
critere, criteres, mesure, mesurent, mesurer, mesurera, reussite, reussi si, un succes si,
succes si, moins de, au moins, en dessous de, indicateur, indicateurs, seuil, juge, jugera,
jugeront, sera juge, retour sur investissement, ils regarderont, elle regardera,
criterio, criterios, miden, mide, medira, mediran, medir, exito, sera un exito, menos de,
por debajo de, al menos, indicador, indicadores, umbral, juzgaran, juzgara, se dara por bueno,
como maximo, retorno,
criterio de, medem, mede, medira, medirao, medir, sucesso, sera um sucesso, menos de, abaixo de,
pelo menos, indicador, indicadores, avaliarao, vao avaliar, no maximo, retorno do investimento,
gemeten, meten, meet, succes is, succes betekent, geslaagd als, geslaagd wanneer, minder dan,
hoogstens, minstens, tenminste, onder de, maatstaf, graadmeter, terugverdientijd, beoordelen op,
afgerekend op, tevreden als
"""

COUNTS = """
is what counts, is what matters, matters most, counts most, is what they care about, is all that matters,
is all they care about, is what they want, zahlt fur sie, ist das was zahlt, ist ihnen wichtig,
ist ihm wichtig, ist ihr wichtig, steht fur sie an erster stelle, c'est ce qui compte,
compte pour eux, compte le plus, es lo que importa, es lo que cuenta, les importa, e o que importa,
e o que conta, daar gaat het om, telt voor hen, vinden ze belangrijk
"""
"""What stands behind a wish: "fewer callouts at night is what counts"."""

STAKE = """
in the neck, carries the can, on the hook, gets it in the, loses sleep, worried about, is worried, worried she,
worried he, scared of, afraid of, carga con, responde ante, da la cara, se juega, en a marre,
doit rendre, en premiere ligne, porte le chapeau, baalt, krijgt op zijn kop, krijgt op haar kop,
leva a culpa, paga o pato, responde por, halt den kopf hin, badet es aus,
blamed, blame, gets blamed, on her, on him, answer for, answers for, answerable, accountable,
responsible for the, has to answer, has to explain, must explain, has to defend, can't defend,
defend it, has to justify, takes the heat, take the heat, in trouble, risks, risk, at risk,
his job, her job, loses her, loses his, loses two, would lose, will lose, could lose,
lose their, bonus, promotion, promoted, career, reputation, neck, is the one who,
the one who has, has to get, has to bring, has to show, has to deliver, has to let,
must deliver, must show, must prove, under pressure, pressure from, had enough, fed up,
tired of, sleepless, can't sleep, dragged, woken, wakes up, gets called, called out at,
out of bed, her weekends, his weekends, her sundays, weekends over, shouted at, yelled at,
her desk, retires, retire, first year in, new in the role, prove herself, prove himself,
personally, wants them back, in front of the, before the board, before the council,
to the board, to his board, to her board, her head, his head, stands or falls, her budget,
his budget, licence if, fined, liable, let the .. go, lay off, inspector, audit, rests on,
hangs on, depends on it, staked, promised his, promised her, wants out, owns the number,
on the line, spends her, spends his, spends every, ends up doing, has to redo,
muss vor, muss im, muss bis, muss den, muss dem, vor dem, steht unter druck, unter druck,
verantwortlich, verantwortet, haftet, haftbar, haltet den kopf hin, den kopf hin, halt den kopf,
sein budget, ihr budget, sein job, ihr job, wackelt, rechtfertigen, riskiert, verliert,
bekommt arger, arger mit, gerade stehen, geradestehen, geradesteht, schuld, beschuldigt, bonus,
befordert, nachts raus, aus dem bett, genug davon, hat es satt, die nase voll, vorweisen,
beweisen, rechenschaft, ist es los, hangt davon ab, wochenenden, uberstunden macht,
repond devant, c'est elle qui, c'est lui qui, doit rendre, rendre des comptes, doit prouver,
doit justifier, doit montrer, doit presenter, sous pression, risque, risque sa, risque son,
son poste, sa place, sa prime, en a marre, n'en peut plus, reveille, reveillee, responsable si,
joue sa, joue son, devant le conseil, devant la direction, devant le maire, on lui reproche,
a l'ample, ses week ends, engage sa, signe chaque, paie les, se fait,
responde ante, tiene que responder, tiene que explicar, tiene que justificar,
tiene que demostrar, tiene que dar la cara, da la cara, se juega, su puesto, su bono,
bajo presion, presion de, le culpan, la culpan, le echan la culpa, harto, harta, esta harto,
no duerme, la despiertan, le despiertan, arriesga, pierde, sus fines de semana, rinde cuentas,
ante el consejo, ante la junta, ante direccion, es quien, es la que, es el que,
responde perante, tem que responder, precisa explicar, precisa justificar, tem que justificar,
precisa provar, precisa mostrar, sob pressao, pressao da, seu cargo, bonus, culpam, e quem,
e ela quem, e ele quem, cansado de, cansada de, nao dorme, acordam, e acordado, e acordada,
arrisca, perde, perde os, presta contas, diante do conselho, para o conselho, fins de semana,
moet uitleggen, moet verantwoorden, verantwoorden, moet aantonen, moet bewijzen,
moet laten zien, onder druk, zijn baan, haar baan, bonus, krijgt de schuld, schuld, is het zat,
zat van, ligt wakker, wakker, uit bed, riskeert, verliest, haar weekend, zijn weekend,
haar weekends, aansprakelijk, afgerekend, tegenover de raad, voor de raad, directie,
staat of valt, degene die
"""

FACETS = PhraseBook(
    {
        "product": PRODUCT,
        "money": MONEY,
        "stage": STAGE,
        "internal": INTERNAL,
        "says": SAYS,
        "wants": WANTS,
        "of_us": WANTED_OF_US,
        "counts": COUNTS,
        "criterion": CRITERION,
        "stake": STAKE,
        "problem": PROBLEM,
    }
)
