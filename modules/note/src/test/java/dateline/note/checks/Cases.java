package dateline.note.checks;

/** Texts for {@link EachCheckTest}, which says how they are written. */
final class Cases {

  private Cases() {}

  static final String PARTS =
      """
      NO_HEADLINE
      + |
      - The gate opened.
      - |Gate
      NO_ISSUER
      + |Gate Opened\\n\\nThe gate opened today.
      - The gate opened.
      - |Gate Opened\\n\\nAna Roe, Minister of Ports\\n\\nThe gate opened.
      NO_CONTACT
      + |Gate Opened\\n\\nOffice of Ports\\n\\nThe gate opened.
      - The gate opened.
      - |Gate Opened\\n\\nPlease contact Ana Roe at 202-555-0100.
      NO_ATTRIBUTION
      + |^Minister Roe’s Call with Governor Grunfeld\\n\\nOffice of Ports\\n\\nThey spoke today.
      + |^Readout of the Port Talks\\n\\nOffice of Ports\\n\\nThey spoke today.
      - |Minister Roe’s Call with Governor Grunfeld\\n\\nOffice of Ports\\n\\nThe below is attributable to Spokesperson Ana Roe:\\n\\nThey spoke today.
      - |Minister Roe’s Call for Talks\\n\\nOffice of Ports\\n\\nThey spoke today.
      - |Minister Roe’s Meetings Within the Harbour\\n\\nOffice of Ports\\n\\nThey spoke today.
      PLACEHOLDER_LEFT
      + The gate ^TK opened.
      + The gate ^XYZ opened.
      + He said: ^PENDING QUOTE
      + The minister, ^[insert name], spoke.
      + The ^[NAME] spoke.
      + The gate is ^____ metres wide.
      + Some ^XX people came.
      + He said: ^[Pending quote from the minister]
      + The gate is ^[●] metres wide.
      + The gate is ^{{width}} wide.
      + It was opened by ^<<name>> today.
      + It opened. ^Click or tap here to enter text.
      + The plan is on page ^Error! Bookmark not defined.
      + Quote from the minister: ^TO COME
      + It opens on ^xx.xx.2029 at noon.
      + It is ^???? metres wide.
      + The minister, Ana Roe ^(insert title), spoke.
      + See ^[link] for the plan.
      + The minister opened the ^[NAME OF GATE] today.
      + It opens on ^[Date] at noon.
      + It opens at noon ^[to be confirmed].
      + The minister spoke ^(quote to follow).
      + The gate cost ^$X million.
      + The gate opened, said Minister ^TK Roe.
      - The shop is a TK Maxx, and the XYZ Affair was no World War XX.
      - Maxxx and TKs met at [the gate] by the [INAUDIBLE] lock_keeper.
      - Article XX of the treaty and the XXX Olympiad are over.
      - The quote pending before the court is short.
      - Click to enter the port’s pages; it is no Error! The gate {north} is < 3 metres.
      - THE BEST IS YET TO COME. Why??? He may insert (add) a [Gate] on 5.5.2029.
      KIND_AND_ISSUER
      + |Talks on the Gate\\n\\nReadout\\n^Ana Roe, Minister of Ports\\nNorthwater\\nMay 3, 2029\\n\\nThey spoke.
      + |Talks on the Gate\\n\\nPress Statement\\n^Office of Ports\\nNorthwater\\nMay 3, 2029\\n\\nThey spoke.
      + |Minister Ana Roe at the Opening of the Gate\\n\\n^Office of Ports\\n\\nThank you all.
      + |Minister Roe’s Call with Governor Grunfeld\\n\\n^Ana Roe, Minister of Ports\\n\\nThey spoke.
      + |Remarks on the Gate\\n\\nRemarks\\n^Governor Press Office\\nNorthwater\\nMay 3, 2029\\n\\nThank you all.
      + |Talks on the Gate\\n\\nReadout\\nBy ^Senator Ana Roe\\nNorthwater\\nMay 3, 2029\\n\\nThey spoke.
      - |Remarks on the Gate\\n\\nRemarks\\nBy Senator Ana Roe\\nNorthwater\\nMay 3, 2029\\n\\nThank you all.
      - |Remarks on the Gate\\n\\nRemarks\\nBy Deputy Prime Minister Ana van Roe\\nNorthwater\\nMay 3, 2029\\n\\nThank you all.
      - |Minister Ana Roe to Open the Gate\\n\\nOffice of Ports\\n\\nIt opens.
      - |Talks on the Gate\\n\\nReadout\\nOffice of Ports\\nNorthwater\\nMay 3, 2029\\n\\nThey spoke.
      - |Talks on the Gate\\n\\nFact Sheet\\nAna Roe, Minister of Ports\\nNorthwater\\nMay 3, 2029\\n\\nThey spoke.
      UNKNOWN_OFFICE
      + |Talks on the Gate\\n\\nMedia Note\\n^Office of Prots\\nNorthwater\\nMay 3, 2029\\n\\nThey spoke.
      - The gate opened.
      - |Talks on the Gate\\n\\nMedia Note\\nAna Roe, Minister of Ports\\nNorthwater\\nMay 3, 2029\\n\\nThey spoke.
      SITE_BOILERPLATE
      + It opened.\\n\\n^This site is managed by the port office of Northwater.
      + ^This is an official website of the Northwater Government. It opened.
      - It opened.\\n\\nThe site of the gate was managed by the port office.
      - It opened.\\n\\nThe office manages the port.
      SITE_LABEL
      + |^News Releases: Gate Opened\\n\\nOffice of Ports\\n\\nIt opened.
      - |Fact Sheet: Gate Opened\\n\\nOffice of Ports\\n\\nIt opened.
      - The news releases: they are old.
      """;

  static final String LINKS =
      """
      DEAD_LINK
      + See ^[@Gate](#) there.
      + See [the map](https://h.example/map) and ^[the plan]().
      + See ^[map](http://).
      - See [the plan](https://harbour.example/plan#north).
      - Gate #3 is open.
      LINK_MISSING
      + The report is ^available here.
      + Please ^click here.
      + Watch it ^at this link.
      - The report is [available here](https://harbour.example/report).
      - The report is available here in the port.
      - The minister arrived here.
      BROKEN_ADDRESS
      + See ^[the plan](https://http://harbour.example/plan).
      + See ^[the plan](https://harbour/plan).
      + See ^https//harbour.example/plan there.
      + See ^htp://harbour.example/plan there.
      + See ^[the plan](http://10.0.0.7/plan).
      - See [the plan](https://harbour.example:8443/plan?q=1).
      - See [the plan](mailto:press@harbour.example) and www.harbour.example.
      - The http/https question is open.
      - Use ssh://harbour.example or https://harbour.example/plan.
      BARE_ADDRESS
      + See ^harbour.gov/plan for more.
      - See https://harbour.gov/plan for more.
      - Write to ana@harbour.gov/port or see Harbour.com.
      - The ratio of a.b/c is one.
      - See www.harbour.org/gate, which is read as a link.
      - See thewww.harbour.org/gate, of which the reader makes a link.
      LINK_GOES_ELSEWHERE
      + Write to ^[press@harbour.example](mailto:desk@port.example).
      + See ^[www.harbour.example](https://port.example/).
      - Write to [Press@harbour.example](mailto:press@harbour.example?subject=Gate).
      - See [https://harbour.example](https://www.harbour.example/en).
      - See [the harbour](https://port.example).
      RUN_TOGETHER_LINK
      + See the^www.harbour.example page.
      - See (www.harbour.example).
      - See the www.harbour.example page.
      TRACKED_LINK
      + See ^[the plan](https://emea01.safelinks.protection.outlook.com/?url=harbour.example).
      + See ^https://bit.ly/2harbour there.
      - See [the plan](https://rabbit.ly/plan).
      - See [bit.ly](https://harbour.example/bit.ly).
      LONG_ADDRESS
      + See ^https://harbour.example/plans/2029/the-third-gate-of-northwater-harbour.html.
      - See https://www.harbour.example/plans/2029/gate-3.
      - See [the plan](https://harbour.example/plans/2029/the-third-gate-of-northwater-harbour.html).
      EMPTY_CONTACT
      + Please contact Ana Roe ^at for information.
      + Questions? Email the press desk ^at.
      + Contact: Jane Doe\\n^Phone:\\nE-mail: jane@harbour.example
      + |Gate Opened\\n\\nOffice of Ports\\n\\nIt opened.\\n\\n^Media contact:
      + |Gate Opened\\n\\nOffice of Ports\\n\\nFor the plan, ^please contact:
      - Please contact Ana Roe at ana@harbour.example or at 202-555-0100.
      - The ministers looked at or over the gate.
      - Please contact the desk at the port.
      - Media contact:\\n\\nAna Roe\\nPhone: 202-555-0100\\nE-mail: ana@harbour.example
      BROKEN_EMAIL
      + Write to ^press@harbour for the plan.
      + Write to ^press@ harbour.example for the plan.
      + Write to ^press@harbour..example for the plan.
      + Write to ^jane@
      + Write to ^ana@@h.example for the plan.
      - Write to press@harbour.example.
      - Follow @harbour or @gate_press.
      - Write to p.r+x@news.harbour.example, or not.
      - Follow @ana@news.harbour.example for news.
      HANDLE_LIKE_ADDRESS
      + Follow ^@gate.port and @gate, or ask a@gate.port.
      - Follow @gate. It is new.
      - Ask ana@@gate.port.
      - Follow @ana@gate.port for news.
      - Follow @gate_port and ask ana@gate.port.
      """;

  static final String WORDS =
      """
      BROKEN_SENTENCE
      + Talks went on. Please\\n\\n^send questions to the port.
      + It was opened by the\\n\\n^Minister of Ports today.
      - It was opened by:\\n\\nthe minister.\\n\\nIt is open.
      - • one;\\n\\n• two and\\n\\n• three.
      - It opened.\\n\\nwww.harbour.example has more.
      UNCLOSED_TEXT
      + ^Begin text:\\n\\nWe agree.
      + “^Begin text:\\n\\nWe agree.
      + We agree.\\n\\n^End text.
      - Begin text:\\n\\nWe agree.\\n\\nEnd text.
      - The ministers begin text messages to the ports.
      - (Begin text.) We agree. (End text.)
      DOUBLED_WORD
      + The gate of ^the the harbour opened.
      + ^The the gate opened.
      + The ceremony ^is is ready.
      - He said that that gate had had no lock.
      - She flew to Pago Pago and Baden Baden.
      - The gate, the the-atre of the port.
      - It opened in, in effect, May.
      - What the port lacks is is a gate.
      DOUBLED_LETTER
      + The ^committtee met.
      + The port asks tthat it opens.
      + The ^teamm opened.
      + The minister spoke. The ^ministerr left.
      + The ministter and the portt are fine, but the gatess and ^teamm.
      - A llama saw an eerie boycott of the kilowatt.
      - Lloyd and Aaron add an odd inn.
      - The WWW and www.harbour.example are fine.
      - The princes met a princess, and the refugee sought refuge with the staff.
      - The xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx opened.
      MISSING_WORD
      + The opening of ^the and the plan were announced.
      + The minister went ^to of the gate.
      - The to-do list of the by-laws is at the port.
      - The plan, of which the gate is one, is in and of itself good.
      - He asked for the will of the people.
      - The gate of the the harbour opened.
      - They speak of the reach of and the need for gates.
      + The minister ^will be open the bridge on Friday.
      + Ana Roe ^would be visit the port and its locks.
      + The harbour master is ^to be announce a new plan.
      - The bridge will be open the whole day, and the pier will be open the following week.
      - The gate will be open to all, and the talks would be about the port.
      - They will be meeting the minister, who is to be given a plan.
      MISSING_SPACE
      + The gate opened^.The port is glad.
      + Ana Grunfeld spoke, and ^GrunfeldAna Roe did.
      + It is the plan ^ofGrunfeld alone.
      + Jan Abel Grunfeld spoke. ^JanusAbelGrunfeld did.
      + Ana Grunfeld spoke, for ^Grunfeldwas there.
      - The Harbour opened HarbourWatch, and HarbourWatch is new; WeChat is not, and we chat.
      - See MekongHarbour.org, where the Harbour is.
      - McDonald and YouTube met DeSantis at LinkedIn.
      - See www.Harbour.example, harbour.example/Plan.Pdf or ana.roe@Harbour.example.
      - The Ph.D. of the U.S.A. is J.R.R. Roe’s.
      LIST_COUNT
      + The gate serves ^three ports:\\n\\n• Oslo\\n\\n• Bergen
      + The plan has ^two new parts: the gate, the lock, and the port.
      - The gate serves two ports:\\n\\n• Oslo\\n\\n• Bergen
      - In two years it served:\\n\\n• Oslo\\n\\n• Bergen\\n\\n• Molde
      - The gate was built over three days by the following:\\n\\n• Oslo\\n\\n• Bergen
      - The plan helps five ports, including:\\n\\n• Oslo\\n\\n• Bergen
      + It serves ^three ports:\\n\\n• Oslo\\n  • east\\n• Bergen
      - It serves two ports:\\n\\n• Oslo\\n  • east\\n• Bergen
      - The G5+1 ports are:\\n\\n• Oslo\\n\\n• Bergen
      - Of the 30 ports, two ports lead:\\n\\n• Oslo\\n\\n• Bergen\\n\\n• Molde
      + The line calls at ^five ports: Cork, Galway, Dublin and Bergen.
      + It serves ^four cities: New York, Saint John and Le Havre.
      + The plan has ^three sponsors: Ana Roe and Bo Ek.
      - The line calls at four ports: Cork, Galway, Dublin and Bergen.
      - It serves three countries: Norway, Iceland, Bosnia and Herzegovina.
      - It has two parts: the gate, the lock and the port.
      - It serves four ports: Cork, Galway and others.
      - The line calls at five ports: Cork, Galway, Dublin, Bergen, and Trinidad and Tobago.
      """;

  static final String NAMES =
      """
      NAME_SPELT_TWO_WAYS
      + Director Natalia Kanrem came. Later ^Natalie Kanrem spoke.
      + Minister González came. Later ^Gonzalez spoke.
      + The Governor Grunfeld came. Governor ^Grunfled spoke.
      - Kenya and Kenyan ministers met. Korea and Koreas too.
      - Gambia and Zambia met. Maria Roe and Marie Doe met.
      - Minister Roe and Ministers Doe and Poe met.
      + Director Erik Halvorsen came. Later Mr. ^Halverson spoke.
      + Jan Kowalski opened the gate. “It is late,” ^Kowalsky said.
      + Minister Halvorsen came to the gate. Then Minister ^Halverson left.
      + Ms. Ana Pettersen came. The plan of Ana ^Petterson was read.
      + The port thanked Erik M. Halvorsen. It gave Captain ^Halverson a medal.
      - Erik Halvorsen came. Later Ida Halverson spoke, and Halverson said so.
      - Erik Halvorsen came. Later Halvorsen’s sister Ida Halvorsen spoke.
      - Jan Kowalski came. Later Ms. Kowalska spoke.
      - Jane Parker opened it. Parked cars were gone, said the Markers.
      - Mr. Halvorsen and Mr. Halverson came.
      - Peter Austria came. Later Austrian ministers came to Austria.
      - Minister Halvorsen came. Ambassador Halverson did not.
      - Ana Petrova came. Mr. Petrov spoke. The Halvorsens and Erik Halvorsen left.
      HOUSE_SPELLING
      + She flew to ^Kiev today.
      + She flew to ^Hague today.
      - She flew to Kyiv and The Hague.
      - The Kievan gate is old.
      HONORIFIC_MISMATCH
      + Mr. Jan Doe spoke. The port thanked ^Ms. Doe.
      + The port thanked ^Ms. Ana Roe.
      + The port thanked ^Mr. Ida Moe.
      - Mr. Jan Doe and Ms. Eva Doe spoke.
      - Mr. Jan Doe spoke. The port thanked Mr. Doe.
      - Ms. Doe and Mrs. Doe spoke with Dr. Ana Roe.
      - Mrs. Ida Moe spoke. The port thanked Mrs. Moe.
      + Minister Berg came to the gate. Mr. Berg spoke. Then ^Secretary Berg left.
      + President Ana Holm spoke. Later the port thanked ^Governor Holm. President Holm left.
      - Minister Berg came. Mr. Berg spoke. Foreign Minister Eva Berg left.
      - Minister Eva Berg came. Later Senator Jan Berg spoke.
      - Minister Berg and Secretary Berg came.
      - Ambassador Berg came. Later Special Representative Berg spoke.
      - Secretary Berg came. She knew then-Senator Berg and former Governor Berg.
      - The Minister of Ports met Secretary General Berg. Minister Berg left.
      - Minister Berg met the President. The Governor’s Office and Mayor Moe thanked Berg.
      HEADLINE_NAME
      + |Minister Meets ^Grunfeld\\n\\nOffice of Ports\\n\\nMinister Roe met Ana Grunfield.
      - |Minister Meets Grunfeld\\n\\nOffice of Ports\\n\\nMinister Roe met Ana Grunfeld.
      - |Minister Meets Kenyan Envoy\\n\\nOffice of Ports\\n\\nMinister Roe went to Kenya.
      - |Meeting on Ports\\n\\nOffice of Ports\\n\\nThey met. Greeting Anna was nice.
      HEADLINE_NUMBER
      + |Port Gives ^$80 Million\\n\\nOffice of Ports\\n\\nThe port gives $58 million.
      + |Port Serves ^92 Countries\\n\\nOffice of Ports\\n\\nIt serves 93 countries.
      - |Port Gives $80 Million\\n\\nOffice of Ports\\n\\nThe port gives $80,000,000, of it $58 million now.
      - |Port Gives $80 Million\\n\\nOffice of Ports\\n\\nThe port gives $58 million and then $22 million.
      - |Port Opens 3 Gates\\n\\nOffice of Ports\\n\\nThe three gates are open.
      HEADLINE_CASE
      + |Minister Opens ^The Third Gate\\n\\nOffice of Ports\\n\\nIt opened.
      + |Conviction of the ^former Harbour Master\\n\\nOffice of Ports\\n\\nIt opened.
      + |Minister Opens the Gate and ^its New Lock\\n\\nOffice of Ports\\n\\nIt opened.
      + |Minister ^With Governor Grunfeld\\n\\nOffice of Ports\\n\\nThey met.
      + |^MINISTER OPENS GATE\\n\\nOffice of Ports\\n\\nIt opened.
      - |Minister To Open the Third Gate from Monday on\\n\\nOffice of Ports\\n\\nIt opens.
      - |Minister Opens the Third Gate with a Speech\\n\\nOffice of Ports\\n\\nIt opened.
      - |The Gate: The Third of Northwater\\n\\nOffice of Ports\\n\\nIt opened.
      - |Third gate of the harbour opens today\\n\\nOffice of Ports\\n\\nIt opened.
      """;

  static final String DATES =
      """
      NO_SUCH_DAY
      + The gate opens on ^June 31, 2029.
      + The gate opens on ^February 30.
      - The gate opens on February 29, 2028.
      - The gate opens on June 30 and May 31.
      WEEKDAY_MISMATCH
      + The gate opened on ^Monday, May 3, 2029.
      + The gate opens on ^Friday, May 5.
      - The gate opened on Thursday, May 3, 2029.
      - The gate opens on Saturday, 5 May.
      - On Monday May is over.
      - It opens Monday to Friday, May 7-11, and Saturday/Sunday, May 12 and 13.
      - The gate opens on Thursday, the 3rd of May of 2029.
      - |Gate Opened\\n\\nOffice of Ports\\n\\nIt opens on Thursday, June 2, 2022. On Thursday, June 2, all may come.
      YEAR_UNLIKELY
      + The report of ^May 1, 2028, is public.
      + The report of ^May 1, 20291, is public.
      + The report of ^May 5, 1026, is public.
      + The gate opens on ^January 5, 2126.
      - The report of May 1, 2019, is public.
      - The anniversary of the fire of May 1, 2028, is near.
      - The report of November 1, 2028, is public.
      - The harbour, founded on May 4, 1326, is old.
      - The plan of June 1, 2050, and the fire of May 1, 1871, are known.
      - It is 800 years since June 15, 1215.
      + |Gate Opened\\n\\nOffice of Ports\\n\\nThe report of ^May 1, 2028, is public.
      + |Gate Opened\\n\\nOffice of Ports\\nNorthwater\\n^May 3, 3029\\n\\nIt opened.
      + |Gate Opened\\n\\nOffice of Ports\\nNorthwater\\n^3029-05-03\\n\\nIt opened.
      + |Gate Opened\\n\\nOffice of Ports\\n^Northwater, 23.05.3029\\n\\nIt opened.
      + |Gate Opened\\n\\nOffice of Ports\\n\\n^NORTHWATER (May 3, 3029) — It opened.
      + |Das Tor ist offen\\n\\nOffice of Ports\\n^Harburg, den 3. Mai 3029\\n\\nEs ist offen.
      + |La puerta\\n\\nOffice of Ports\\n^3 de mayo de 3029\\n\\nSe abre.
      + |第三闸门开放\\n\\n新闻稿\\n^3029年5月3日\\n\\n开放。
      + |Gate Opened\\n\\nOffice of Ports\\nNorthwater\\n^Thursday, 3rd May 1029\\n\\nIt opened.
      - |Gate Opened\\n\\nOffice of Ports\\nNorthwater\\nMay 3, 2029\\n\\nIt opened.
      - |Gate Opened\\n\\nOffice of Ports\\nNorthwater\\n03/05/2029\\n\\nIt opened.
      - |Gate Opened\\n\\nOffice of Ports\\nNorthwater\\n02 12 3456\\n\\nIt opened.
      PAST_DATE
      + The minister will visit the port on ^April 28.
      - The minister visited the port on April 28.
      - The minister will visit the port on May 8.
      - The minister will speak of the plan signed on April 28.
      - The minister will travel to the ports from April 28 to May 6.
      OTHER_DAY
      + The gate opened.
      - |Gate Opened\\n\\nOffice of Ports\\n\\nThe gate opened.
      - |Gate Opened\\n\\nOffice of Ports\\nNorthwater\\nMay 4, 2029\\n\\nThe gate opened.
      TIME_WITHOUT_ZONE
      + The minister speaks at ^10:30 a.m. on Monday.
      + The gate opens at ^3 PM.
      + The gate opens at ^15:00 on Monday.
      + The gate opens at ^10:30.
      + From ^9:00 the gate is open.
      - The minister speaks at 10:30 a.m. EDT on Monday.
      - The minister speaks at 10:30 a.m. local time.
      - (The briefing was concluded at 2:29 p.m.)
      - The vote was 10:3 and the am radio was off.
      - The gate opens at 15:00 local time.
      - The vote was 10:30, and the race took 2:15:00.
      """;

  static final String TYPE =
      """
      MOJIBAKE
      + The minister^â€™s visit began.
      + The ^Ã©lite came.
      + The gate ^\ufffd\ufffd opened.
      - The château of Ângela, the São Paulo gate and £5 – “yes”.
      - Œuvre, Ærø, Ålesund, Žilina, 5 €.
      UNSEEN_CHARACTER
      + The ga^\u200bte opened.
      + The ga^\u00adte op\u2060ened.
      + It took 1^\u200b00 ships.
      + Pay ^\u202e001\u202c crowns.
      + Ana ^\u2066Roe\u2069 spoke.
      + The ga^\u200dte opened.
      + The ор^\u200cган opened.
      + The بوابة is ^\u202eopen\u202c.
      - The \u200bgate\u200b opened at\u2060 noon.
      - The نمی\u200cخواهم and the क्\u200dष opened.
      - The بوابة of the \u2066gate\u2069 (12)\u200f opened.
      - The family \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 came.
      - The ประตู\u200bเปิด opened.
      NO_BREAK_SPACE
      + It^\u00a0opened today.
      + It^\u202fopened\u00a0today.
      - It opened today.
      - It\u2009opened today.
      DOUBLE_SPACE
      + It^  opened. Then   rain.
      - It opened. Then rain.
      - It opened.\\nThen rain.
      """;
}
