/** Invented exports in the form of Zotero's RDF. */

const HEAD = `<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/"
 xmlns:vcard="http://nwalsh.com/rdf/vCard#">
`;

/** @param nodes what stands between the outer tags */
export function rdfFile(...nodes: readonly string[]): string {
  return `${HEAD}${nodes.join('\n')}\n</rdf:RDF>\n`;
}

/** @param people [surname, given] pairs; without the second a body @param role element name with its prefix */
export function rdfCreators(people: readonly (readonly [string, string?])[], role = 'bib:authors'): string {
  const persons = people.map(
    ([surname, given]) => `<rdf:li>
                    <foaf:Person>
                        <foaf:surname>${surname}</foaf:surname>
                        ${given === undefined ? '' : `<foaf:givenName>${given}</foaf:givenName>`}
                    </foaf:Person>
                </rdf:li>`,
  );
  return `<${role}><rdf:Seq>${persons.join('\n')}</rdf:Seq></${role}>`;
}

/** A small library of a person: an article with everything, a chapter, a thesis, a loose note, a loose file, collections. */
export const SMALL_LIBRARY = rdfFile(
  `    <bib:Article rdf:about="https://journal.example/article/17">
        <z:itemType>journalArticle</z:itemType>
        <dcterms:isPartOf rdf:resource="urn:issn:1234-5679"/>
        ${rdfCreators([['Ковальчук', 'Олена'], ['van der Berg', 'Jan'], ['Reading Group of School 12']])}
        <dcterms:isReferencedBy rdf:resource="#item_11"/>
        <link:link rdf:resource="#item_12"/>
        <link:link rdf:resource="#item_13"/>
        <dc:relation rdf:resource="urn:isbn:978-0-00-000000-2"/>
        <dc:subject>paired reading</dc:subject>
        <dc:subject>
           <z:AutomaticTag><rdf:value>Fluency</rdf:value></z:AutomaticTag>
        </dc:subject>
        <dc:subject><dcterms:LCC><rdf:value>LB1573</rdf:value></dcterms:LCC></dc:subject>
        <dc:title>Paired reading &amp; fluency: a small study</dc:title>
        <dcterms:abstract>Forty pupils read in pairs.
Fluency rose.</dcterms:abstract>
        <dc:date>2021-05-03</dc:date>
        <z:language>en</z:language>
        <z:libraryCatalog>ERIC</z:libraryCatalog>
        <dc:identifier>
            <dcterms:URI><rdf:value>https://journal.example/article/17</rdf:value></dcterms:URI>
        </dc:identifier>
        <dcterms:dateSubmitted>2023-01-05 10:11:12</dcterms:dateSubmitted>
        <dc:rights>CC BY</dc:rights>
        <bib:pages>11–29</bib:pages>
        <dc:description>Citation Key: kovalchuk2021
PMID: 12345678
told by a colleague</dc:description>
    </bib:Article>
    <bib:Journal rdf:about="urn:issn:1234-5679">
        <prism:volume>14</prism:volume>
        <dc:title>Journal of Invented Reading</dc:title>
        <dc:identifier>DOI 10.5555/jir.2021.17</dc:identifier>
        <prism:number>2</prism:number>
        <dcterms:alternative>J Inv Read</dcterms:alternative>
        <dc:identifier>ISSN 1234-5679</dc:identifier>
    </bib:Journal>
    <bib:Memo rdf:about="#item_11">
       <rdf:value>&lt;h1&gt;Notes&lt;/h1&gt;&lt;p&gt;Ask &lt;b&gt;Iryna&lt;/b&gt;.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</rdf:value>
       <dc:subject>to ask</dc:subject>
    </bib:Memo>
    <z:Attachment rdf:about="#item_12">
        <z:itemType>attachment</z:itemType>
        <rdf:resource rdf:resource="files/12/Kovalchuk - 2021 - Paired.pdf"/>
        <dc:title>Full Text PDF</dc:title>
        <z:linkMode>1</z:linkMode>
        <link:type>application/pdf</link:type>
    </z:Attachment>
    <z:Attachment rdf:about="#item_13">
        <z:itemType>attachment</z:itemType>
        <dc:identifier>
            <dcterms:URI><rdf:value>https://journal.example/article/17/view</rdf:value></dcterms:URI>
        </dc:identifier>
        <dc:title>Publisher page</dc:title>
        <z:linkMode>3</z:linkMode>
        <link:type>text/html</link:type>
    </z:Attachment>`,
  `    <bib:BookSection rdf:about="urn:isbn:978-0-00-000000-2">
        <z:itemType>bookSection</z:itemType>
        <dcterms:isPartOf>
            <bib:Book>
               <dcterms:isPartOf>
                   <bib:Series><dc:title>Classrooms</dc:title><dc:identifier>7</dc:identifier></bib:Series>
               </dcterms:isPartOf>
               <dc:identifier>ISBN 978-0-00-000000-2</dc:identifier>
               <dc:title>Handbook of Reading</dc:title>
            </bib:Book>
        </dcterms:isPartOf>
        <dc:publisher>
            <foaf:Organization>
                <vcard:adr><vcard:Address><vcard:locality>Kyiv</vcard:locality></vcard:Address></vcard:adr>
                <foaf:name>Invented Press</foaf:name>
            </foaf:Organization>
        </dc:publisher>
        ${rdfCreators([['Bondar', 'Iryna']])}
        ${rdfCreators([['Lysenko', 'P.']], 'bib:editors')}
        ${rdfCreators([['Shevchuk', 'M.']], 'z:seriesEditors')}
        <dc:title>Reading aloud</dc:title>
        <dc:date>2018</dc:date>
        <bib:pages>5-20</bib:pages>
        <prism:edition>2</prism:edition>
    </bib:BookSection>`,
  `    <bib:Thesis rdf:about="#item_30">
        <z:itemType>thesis</z:itemType>
        <dc:publisher><foaf:Organization><foaf:name>Invented University</foaf:name></foaf:Organization></dc:publisher>
        ${rdfCreators([['Moroz', 'Taras']])}
        <dc:title>Why boys read</dc:title>
        <dc:date>June 2015</dc:date>
        <z:numPages>210</z:numPages>
        <z:type>PhD</z:type>
        <z:unknownThing>kept</z:unknownThing>
    </bib:Thesis>`,
  `    <bib:Memo rdf:about="#item_40"><rdf:value>&lt;p&gt;A thought of its own&lt;/p&gt;</rdf:value></bib:Memo>`,
  `    <z:Attachment rdf:about="#item_50">
        <z:itemType>attachment</z:itemType>
        <rdf:resource rdf:resource="files/50/scan.pdf"/>
        <dc:title>scan.pdf</dc:title>
        <z:linkMode>0</z:linkMode>
        <link:type>application/pdf</link:type>
    </z:Attachment>`,
  `    <z:Collection rdf:about="#collection_1">
        <dc:title>Masters</dc:title>
        <dcterms:hasPart rdf:resource="#collection_2"/>
        <dcterms:hasPart rdf:resource="#item_30"/>
        <dcterms:hasPart rdf:resource="#item_40"/>
    </z:Collection>
    <z:Collection rdf:about="#collection_2">
        <dc:title>Reading aloud</dc:title>
        <dcterms:hasPart rdf:resource="https://journal.example/article/17"/>
        <dcterms:hasPart rdf:resource="#collection_3"/>
    </z:Collection>
    <z:Collection rdf:about="#collection_3"><dc:title>Empty one</dc:title></z:Collection>`,
);
