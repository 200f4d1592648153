"""What stands right behind or before a client's name and tells the news by itself."""

from __future__ import annotations

from bot.reading.words import PhraseBook

BEHIND = PhraseBook(
    {
        "won": """
            came through, comes through, is coming on board, joins us, joined us, signed, done deal, a done deal, closed won, ours, onboard, on board, in the bag,
            all signed, signed and sealed, went for it, has executed, have executed,
            executed the, returned the signed, have returned the signed, has returned the signed,
            is sold, po landed, po in, pays up, jumped on board, confirmed the order,
            placed the order, placed an order, put pen to paper, took the deal,
            unterschrieben, durch, im sack, in trockenen tuchern, eingetutet, hat bestellt,
            haben bestellt, gewonnen, hat den vertrag, haben den vertrag, hat unterschrieben,
            unterzeichnet,
            signe, c'est signe, c'est bon, c'est gagne, dans la poche, c'est dans la poche,
            c'est fait, gagne, a dit banco, ont dit banco, a commande, ont commande,
            firmado, firmada, cerrado, cerrada, ganado, ganada, es nuestro, es nuestra, ya esta firmado,
            assinado, assinada, fechado, fechada, fechou, ganho, ganha, e nosso, e nossa,
            binnen, is binnen, rond, is rond, getekend, gewonnen, heeft besteld, hapt toe""",
        "renewal": """
            renews, is up for, up for renewal, due for renewal, contract ends, contract is up,
            verlangert im, lauft aus, lauft im, steht zur verlangerung, a renouveler, arrive a echeance,
            renueva en, vence en, renova em, vence no, verlengt in, loopt af""",
        "bare_won": "in, yes, done, won, closed, said yes, ja, da, oui, dentro, sim, si, check",
        "lost": """
            pulled the plug, pulls the plug, pulled out, pulls out, walked away, walked, got cold feet,
            jumped ship, backs out, backed out, zieht den stecker, zog zuruck, zieht zuruck, kneift,
            a jete l'eponge, se echo atras, se ha echado atras, tirou o corpo, roeu a corda,
            trekt de stekker, trekt zich terug, trok zich terug, passed, has passed, have passed, passes, doesn't want to, don't want to, does not want,
            no longer want, will not go, isn't going, won't be, not moving forward, not continuing,
            will nicht, wollen nicht, will nicht mehr, wollen nicht mehr, macht nicht mit, macht nicht weiter,
            machen nicht weiter, hat kein interesse, kein interesse,
            ne veut plus, ne veulent plus, ne veut pas, ne veulent pas, ne suit pas, n'ira pas, pas interesse,
            no quiere, no quieren, ya no quiere, no le interesa, no les interesa, no va a, no nos,
            nao quer, nao querem, nao vai, nao vao, perdeu o interesse, sem interesse,
            wil niet, willen niet, wil niet verder, ziet het niet, zien het niet, geen interesse,
            gone to, gone with, fell through, is dead, not happening, not going ahead,
            not gonna happen, is not gonna happen, isn't happening, not interested, closed lost,
            turned it down, turned us down, bailed, bailed on us, backed off, dropped us,
            no thanks, lost to, won't happen, decided not to, no longer wants,
            cancelled on us, are leaving, is leaving, left us,
            ist raus, raus, ist weg, abgesprungen, springt ab, steigt aus, winkt ab, hat abgewunken,
            sagt ab, wird nichts, hat sich erledigt, ist geplatzt, geplatzt, verlasst uns,
            nous lache, nous lachent, nous quitte, nous quittent, abandonne, abandonnent,
            laisse tomber, jette l'eponge, dit non, c'est mort, c'est fini, c'est perdu,
            c'est rape, ne fera pas, renonce, renoncent,
            se va, se van, se baja, se bajan, se retira, se echa atras, nos deja, nos dejan,
            descarta, renuncia, lo descarta, dice que no, no sigue, no seguira, no va a seguir,
            desiste, desistiu, nao vai seguir, nao segue, nao vai avancar, nao vai fechar,
            saiu fora, pulou fora, disse nao, vai embora, nos deixou, cancelou,
            haakt af, haken af, afgehaakt, ziet ervan af, stapt op, stapt over, stopt ermee,
            zegt nee, gaat niet door, valt af, bedankt voor de eer""",
        "bare_lost": "no, out, lost, gone, said no, nein, weg, non, nee, nao, fora, fuera, perdu, perdido, raus",
        "changed": """
            slips to, slips, slipped, slides to, slid to, pushed to, pushes to, upped to, up to,
            down to, grew to, grows to, shrinks to, goes from, went from, moves out, delayed,
            rutscht, verschiebt, steigt von, steigt auf, sinkt auf, sinkt von, wachst von,
            wird verschoben, erhoht, reduziert, glisse, decale, repousse, monte a, descend a,
            passe de, sube a, baja a, sube de, baja de, se retrasa, se va a, aplaza,
            sobe para, sobe de, cai para, caiu para, subiu para, adia, adiou, escorrega,
            schuift, schuift door, gaat van, stijgt, daalt, zakt, groeit""",
        "moved": """
            agreed in principle, agree in principle, moved on to, moves on to, on to contracts, is on to,
            grundsatzlich einig, im prinzip ja, d'accord sur, de acuerdo en principio, em principio sim,
            in principe akkoord, verbal, verbal yes, verbal ok, verbally agreed, agreed verbally, verbal agreement,
            shook hands, gave a verbal, gave us a verbal, is ready to sign,
            mundlich, mundliche zusage, mundlich zugesagt, mundlich ok, per handschlag,
            accord verbal, oui verbal, accord de principe, d'accord sur le principe, ok verbal,
            si verbal, acuerdo verbal, de palabra, ok verbal, dice que si, sim verbal,
            acordo verbal, de boca, mondeling, mondeling akkoord, akkoord op hoofdlijnen,
            back on, moving ahead to, moves ahead to, moving forward to, has advanced from,
            advanced from, opportunity has advanced, stepped up to, upgraded to""",
        "quiet": """
            are not picking, is not picking, aren't picking, isn't picking, geht nicht, geht seit, gehen nicht ans,
            ni rastro, nem sinal, keine spur, geen spoor, no sign, nothing since, nothing for, nothing in, nothing yet since, silent, quiet since, silence,
            no sign of life, still nothing, still no word, still no reply, won't answer,
            doesn't answer, don't answer, doesn't pick up, don't pick up, not a peep, not a word,
            nichts, nix, immer noch nichts, still, schweigt, schweigen, taucht ab, meldet sich nicht,
            ist abgetaucht, keine reaktion,
            rien, rien depuis, toujours rien, aucun retour, silence, fait le mort, font le mort,
            aux abonnes absents, ne donne plus signe,
            nada, nada desde, sigue sin, siguen sin, sin senales, ni palabra, callados, no contesta,
            no contestan, desaparecido, desaparecidos, no responde, no responden,
            sem retorno, sem sinal, ainda sem, sumido, calado, nao responde, nao respondem,
            niks, niks meer, nog steeds niks, nog niks, stil, stilte, blijft stil, zwijgt,
            reageert niet, reageren niet, geen teken""",
        "held": """
            called, called me, called us, rang, rang me, rang us, phoned, just called, just rang,
            called back, rang back, called in, went well, went fine, went ok, went okay,
            went great, went badly, went really well, went alright, went smoothly, went south,
            was good, was great, was tough, was rough, good call, great call, good meeting,
            great meeting, good chat, good visit, nice call, nice meeting, ok call, tough call,
            visit done, call done, meeting done, demo done, all done with, visited, met, seen,
            rief an, hat angerufen, haben angerufen, ruft an, lief gut, lief super, lief ok,
            lief okay, lief schlecht, lief nicht, lief ganz, war gut, war super, gutes gesprach,
            guter termin, gutes telefonat, termin war, gesprach war, telefonat war, termin lief,
            a appele, ont appele, a rappele, m'a appele, nous a appele, s'est bien passe,
            ca s'est bien, s'est mal passe, bon rdv, bon call, bonne reunion, bon echange,
            belle visite, vu, vus, vue, visite faite,
            llamo, me llamo, nos llamo, ha llamado, han llamado, llamaron, salio bien, fue bien,
            ha ido bien, fue genial, todo bien, buena reunion, buena llamada, buena visita, visitado,
            ligou, ligaram, me ligou, telefonou, correu bem, correu mal, foi bem, foi bom, foi boa,
            foi otimo, foi otima, boa reuniao, boa conversa, boa visita, tudo certo na visita,
            belde, belden, heeft gebeld, hebben gebeld, ging goed, ging prima, ging lekker,
            ging matig, goed gesprek, fijn gesprek, prima gesprek, goede meeting, mooi gesprek,
            liep goed, gesproken, bezocht""",
    }
)
"""News behind the name; `bare_` news is one small word and must end its clause."""

BEFORE = PhraseBook(
    {
        "cheer": """
            we've got, we got, got, we have, bagged, we bagged, scored, we scored, nailed, hooked, welcome,
            we're in at, in at, wir haben, on a, nous avons, on tient, tenemos a, tenemos, temos a, temos,
            we hebben, en la saca, conseguimos, pescamos, pegamos, choppe, decroche, on a decroche,
            geangelt, eingetutet, binnengesleept, binnen""",
        "won": """
            po from, a po from, signature from, yes from, a yes from, order from,
            signed order from, signed contract from, contract back from, signed copy from,
            green light from, go ahead from, countersignature from,
            unterschrift von, zusage von, auftrag von, bestellung von, grunes licht von,
            vertrag zuruck von, signature de, bon de commande de, feu vert de, commande de,
            firma de, pedido de, luz verde de, contrato firmado de, si de,
            assinatura da, assinatura do, assinatura de, pedido da, pedido do, luz verde da,
            handtekening van, opdracht van, bestelling van, akkoord van, po van, po de, po von,
            c'est bon pour, c'est signe pour, c'est ok pour, bestellung aus, cerrado""",
        "lost": """
            no from, a no from, rejection from, thumbs down from, absage von, absage der,
            absage des, korb von, refus de, non de, negativa de, rechazo de, recusa da,
            recusa de, afwijzing van, nee van, nos dejan los de, nos deja, perdemos a,
            on perd, nous perdons, se nos va, se nos cae, we verliezen, wir verlieren""",
        "moved": """
            proposal is out to, proposal out to, proposal sent to, sent the proposal to, quote is out to,
            quote sent to, contract sent to, contract is out to, contract out to, paperwork sent to,
            angebot ist raus an, angebot raus an, angebot verschickt an, vertrag ist raus an,
            devis envoye a, proposition envoyee a, contrat envoye a, propuesta enviada a,
            oferta enviada a, contrato enviado a, proposta enviada para, proposta enviada a,
            contrato enviado para, offerte verstuurd naar, offerte is verstuurd naar, offerte naar,
            contract verstuurd naar, verbal yes from, verbal from, a verbal from, verbal ok from, verbal okay from,
            verbal go from, handshake from, mundliche zusage von, mundliches ok von,
            handschlag von, oui verbal de, accord verbal de, ok verbal de, accord de principe de,
            si verbal de, ok verbal de, acuerdo verbal con, acuerdo verbal de, sim verbal da,
            sim verbal do, sim verbal de, acordo verbal com, mondeling akkoord van,
            mondeling ja van, mondelinge toezegging van""",
        "quiet": """
            nothing from, nowt from, zilch from, zip from, crickets from, still nothing from,
            a thing from, anything from, heard back from, a word from, a peep from, no sign of,
            chasing, still chasing, keine antwort von, nichts von, nix von, nichts mehr von,
            nix mehr von, funkstille bei, still bei, ruhe bei, schweigen bei, stille bei,
            rien de, rien de chez, toujours rien de, toujours rien de chez, aucun retour de,
            aucun signe de, pas de nouvelles de, sans nouvelles de, aucune nouvelle de, silence de,
            silence chez, nada de, ni rastro de, sin noticias de, sin respuesta de, silencio de,
            sem noticias da, sem noticias do, sem resposta da, sem retorno da, nada da, nada do,
            niks van, niets van, nog niks van, stil bij, stilte bij, radiostilte bij,
            geen reactie van, niks meer van, niets meer van""",
        "held": """
            quick one on, quick one about, quick note on, short note on, call from, out of, seen,
            saw, visited, rang, phoned, ran into, caught, word from, lunch at, coffee at,
            anruf von, anruf der, war bei, waren bei, kurz zu, rein telefonisch mit, bericht von,
            appel de, coup de fil de, cr, debrief, point sur, llamada de, llamo, ha llamado,
            me llamo, nos llamo, ver a, ligou, ligou a, ligacao da, telefonou, visitei, vi,
            gebeld door, telefoontje van, kort over, kort verslag, even over, bezocht,
            liguei para, liguei pra, llame a, he visto a, ai appele, belde met, net klaar bij,
            klaar bij, sorti de chez, sors de chez, sortie de chez, rentre de chez,
            debrief chez, vu""",
    }
)
"""News before the name, `cheer` only with an amount or a cheer: "verbal yes from Acme"."""

GLUE = frozenset(
    "maintenant ahora agora zurzeit nog still is are was were has have had just now it's its been have's they re they're have hat haben ist "
    "sind war waren jetzt gerade eben nun a ont est sont ils elle c'est ca vient de ha han es "
    "esta estan ya lo los tem e ja foi eh heeft hebben zijn nu is we ze a officially also "
    "finally endlich enfin por fin wir hier so ok okay then then's call visit meeting demo "
    "termin gesprach telefonat besuch rdv visite reunion llamada visita reuniao ligacao "
    "gesprek bezoek afspraak f u opportunity deal opp".split()
)
"""Words that may stand between the name and its news."""

ANOTHER = PhraseBook(
    {
        "other": """
            another supplier, another vendor, another provider, another company, another partner,
            another firm, another tool, somebody else, someone else, a rival, a competitor,
            the competition, our competitor, their old vendor, the incumbent, in house,
            ein anderer, einen anderen, einem anderen, anderen anbieter, andere losung,
            wettbewerber, zur konkurrenz, zum wettbewerb, die konkurrenz,
            un autre, un concurrent, la concurrence, autre prestataire, autre fournisseur,
            otro proveedor, otra empresa, otro, la competencia, un competidor,
            outro fornecedor, outra empresa, outro, o concorrente, a concorrencia, um concorrente,
            een ander, een andere, een concurrent, de concurrent, andere leverancier""",
        "chose": """
            went, gone, going, goes, go, chose, chosen, chooses, elected, awarded, opted, signed,
            proceed, proceeding, gave, given, picked, moving, moved, decided, selected, switching,
            switched, prefers, preferred, geht, gehen, gegangen, ging, entschieden, nimmt, nehmen,
            genommen, gewahlt, wechselt, wechseln, unterschreibt, part, partent, parti, partis,
            choisi, choisit, choisissent, prend, prennent, prefere, signe, eligio, eligieron, elige,
            eligen, elegido, va, van, fue, fueron, queda, quedan, prefiere, firma, ficou, ficaram,
            foi, foram, vai, vao, escolheu, escolheram, prefere, optou, gaat, gaan, gegaan, kiest,
            kiezen, koos, gekozen, tekent, stapt, stappen""",
        "not_yet": """
            also talking, talking to, looking at, evaluating, comparing, compares, reden mit,
            vergleichen, discutent, comparent, hablan con, comparan, falam com, comparam,
            praten met, vergelijken, might, may, could, konnte, pourrait, podria, pode, zou, if""",
    }
)
"""Whom a client chose instead of us."""
