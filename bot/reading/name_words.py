"""Words that help to tell a client's name from other capitals: titles, roles, org words."""

from __future__ import annotations

from bot.reading.calendar_words import MONTH, SHORT_WEEKDAY, WEEKDAY


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


ORG = _set(
    "inn lodge lodges centre center resort villa manor cottages dairies pallets haulage roofing "
    "flooring glazing joinery landscaping laundries brewing roasters confectionery butchers "
    "fishmongers daycare dentistry pharmacies physio ambulance marina boatyard excavation "
    "demolition recycling stables salon tailors weaving jewellers packaging cartons foundries forge "
    "welding bearings boilers broadband bookshop coaches cruises parcels removals vineyards cider "
    "gasthof gasthaus pension pflegeheim altenheim kindergarten kita gymnasium werkzeugbau "
    "metallbau holzbau hochbau tiefbau haustechnik baumschule gartenbau landtechnik hofgut "
    "brennerei kellerei kaserei konditorei fleischerei muhle weberei reederei flughafen brauhaus "
    "auberge lycee creche ferme chateau pepiniere patisserie traiteur boucherie poissonnerie "
    "hostal finca viveros academia farmacia hermanos hnos panificadora carniceria pescados frutas "
    "citricos marmoles canteras carpinteria polideportivo residencia fazenda pousada irmaos "
    "acougue laticinios moveis construcoes engenharia hoeve boerderij bakker slager bouwbedrijf "
    "bouwgroep schildersbedrijf dakdekkers autobedrijf camping woonstichting veiling "
    "association associations corporation auctioneers quarries quarry nurseries couriers "
    "bakehouse bakeries glamping gyms gym opticians hospice hospices feeds oysters print ales "
    "taproom fromagerie thermes garage garages pepinieres cartonnages scierie scieries "
    "ateliers hopitaux fonderies tanneries moulins cave caves conserverie apotheek tuincentrum "
    "steenfabriek zuivelhof kwekerij scheepswerf aannemer installatiebedrijf ziekenhuizen "
    "feinguss gartnerei kanzlei blechwerk hofladen giesserei ziegelei sagewerk weingut "
    "apotheke autohaus molkereien praxis pflegedienst kurverwaltung vinicola estaleiro escola "
    "camara metalurgica cooperativa transportadora hospitais colegio lacteos editorial gruas "
    "talleres viveros aridos conservas aceites muebles granja escuela hospital almacenes "
    "university wharf brickworks sawmill lumber timber fisheries kennels nurseries orchards "
    "vineyard vineyards ranch aquaculture distilling academy aerospace agency airlines airways "
    "airport alliance arena arenas assurance assurances "
    "authority automotive backerei backereien bakery bakeries bank bau bodega bodegas breweries "
    "brewery brothers buro capital care catering central ceramics chemicals church city clinic "
    "clinics clinica clinique college commerce community construction consulting cooperativa "
    "cooperative coop council credit dairy dental department design diagnostics distribution "
    "district electric electronics energia energie energy engineering enterprises estate estates "
    "fabrik farm farms fashion ferries finance financial fishery fitness foods food forest "
    "foundation foundry freight furniture gardens gas gemeente gemeinde gesellschaft glass "
    "greenhouses group groep groupe gruppe grupo hafen handel haus health healthcare hogeschool "
    "holding holdings homes hopital hospital hospitals hospitality hotel hoteles hotels housing "
    "industries industrial industrie institute institut insurance kliniken klinik klinikum "
    "kommune "
    "kreis lab laboratories laboratoires laboratorios labs landkreis laundry legal leisure "
    "library "
    "lighting lines logistica logistics logistik logistique machinery mairie management "
    "manufacturing marine maritime market markets maschinenbau media medical metals mills mining "
    "mobility mobel motors museum museums mutual nautica network nursery oil optics orchestra "
    "paper papeteries partners parks pharma pharmaceuticals pharmacy plastics police ports post "
    "power precision press printing prefeitura properties property publishing rail railways "
    "regional reisen research resorts restaurants retail robotics sanitar scaffolding school "
    "schools schreinerei seafood securities security services shipping shipyard sociedad "
    "societe software solar sons spedition stadt stadtwerke steel steelworks storage stores "
    "studio studios supplies supply surgery systems technik technologies telecom "
    "telekom textiles theatre theater timber tours trade trading trains transport transportes "
    "transports travel trust universitat universite university universiteit utilities verlag "
    "verrerie versicherung villages water waterworks werft werke winery wineries wines works "
    "ziekenhuis zentrum vervoer bouw zorg ayuntamiento constructora hospitalier "
    "panaderia panaderias padaria ferreteria metalurgica construtora textil quimica quimicas "
    "frigorifico atelier ateliers maison fonderie menuiserie boulangerie boulangeries brasserie "
    "imprimerie chocolaterie laiterie scierie vignobles domaine brauerei molkerei druckerei "
    "gartnerei metzgerei tischlerei brouwerij drukkerij bakkerij zuivel kwekerij rederij "
    "orthopaedics veterinary vets aquarium zoo cinema cinemas borough county parish ministry "
    "nhs dental opticians brewers distillery distillers bikes cycles outfitters "
    "apparel knitwear toys games instruments boats yachts caravans tyres freightways couriers"
)

LEGAL = _set(
    "ltd limited llc llp plc inc corp gmbh ag kg ohg sa sas sarl sl srl spa bv nv lda ab as oy"
)

OF_HEADS = _set(
    "bank university city council ministry port house royal county college institute museum "
    "town church school department diocese harbour borough state bishop company guild isle"
)

TITLES = _set(
    "mr mrs ms miss dr prof herr herrn frau mme madame monsieur mlle sr sra srta senor senora "
    "don "
    "dona dhr mevr mevrouw meneer sir dame senhor senhora"
)

ROLES = _set(
    "ceo cfo cto coo cio ciso cmo vp svp head lead director directora directrice directeur "
    "manager "
    "gerente gerant geschaftsfuhrer geschaftsfuhrerin leiter leiterin leitung betriebsleiter "
    "betriebsleiterin werksleiter werksleiterin produktionsleiter einkaufer einkauferin bursar "
    "responsable chef cheffe captain owner founder chair chairman president presidente buyer "
    "procurement controller treasurer supervisor foreman superintendent coordinator planner "
    "engineer dispatcher caretaker matron principal headteacher secretary clerk officer mayor "
    "burgermeister burgermeisterin maire alcalde alcaldesa prefeito prefeita jefe jefa encargado "
    "encargada diretor diretora gestor gestora chefe inkoper directeur bedrijfsleider "
    "bedrijfsleidster hoofd teamleider beheerder projectleider vorstand inhaber inhaberin "
    "receptionist nurse pharmacist chemist librarian curator trustee partner counsel lawyer "
    "accountant housekeeper housekeeping payroll steward champion sponsor boss analyst "
    "technician administrator hr finance ops operations purchasing compradora comprador dueno "
    "duena "
    "dono dona propietario propietaria patron patronne"
)

DAYS = frozenset(WEEKDAY) | frozenset(MONTH) | {"segunda", "terca", "quarta", "quinta", "sexta"}
DAYS |= {
    word for word in SHORT_WEEKDAY if word in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
}

CONNECTORS = _set(
    "de da do dos das del della di du des l d la le les el los las van von vom der den ten ter"
)
