package com.rjchronos.inventory.trial;

import com.rjchronos.spi.VendorConnector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A component as declarative services describe it ({@code OSGI-INF/*.xml}).
 *
 * @param implementation the name of its class
 * @param properties texts, and lists of texts where there are several
 */
record DraftComponent(String implementation, List<String> provides, Map<String, Object> properties) {

    /** Whether it is a connector. */
    boolean speaks() {
        return provides.contains(VendorConnector.class.getName());
    }

    /** An {@code IllegalArgumentException} if it is no description. */
    static DraftComponent parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // it throws, and does not print
            Document document = builder.parse(new ByteArrayInputStream(xml));
            Map<String, Object> properties = new HashMap<>();
            elements(document, "property").forEach(p -> properties.put(p.getAttribute("name"), value(p)));
            return new DraftComponent(
                    elements(document, "implementation").stream()
                            .map(i -> i.getAttribute("class"))
                            .findFirst()
                            .orElse(""),
                    elements(document, "provide").stream()
                            .map(p -> p.getAttribute("interface"))
                            .toList(),
                    properties);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("a component's description cannot be read: " + e.getMessage(), e);
        }
    }

    /** Several stand in lines of their own. */
    private static Object value(Element property) {
        if (property.hasAttribute("value")) {
            return property.getAttribute("value");
        }
        return property.getTextContent()
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toArray(String[]::new);
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
