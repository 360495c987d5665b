package com.rjchronos.testkit;

import com.rjchronos.spi.VendorConnector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a connector registers itself with, from the component description that bnd wrote from its annotations. */
public final class ServiceProperties {
    private ServiceProperties() {}

    /** The texts of each property, by its name; a property that is one text is a list of one. */
    public static Map<String, List<String>> of(Class<? extends VendorConnector> connector) {
        NodeList elements = description(connector).getElementsByTagName("property");
        Map<String, List<String>> properties = new LinkedHashMap<>();
        for (int i = 0; i < elements.getLength(); i++) {
            Element property = (Element) elements.item(i);
            String values = property.getAttribute("value") + property.getTextContent();
            properties.put(
                    property.getAttribute("name"),
                    values.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList());
        }
        return properties;
    }

    private static Document description(Class<?> connector) {
        String name = "/OSGI-INF/" + connector.getName() + ".xml";
        try (InputStream xml = connector.getResourceAsStream(name)) {
            if (xml == null) {
                throw new AssertionError("there must be a component description " + name
                        + "; is the class annotated with @Component and does the module run bnd?");
            }
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(xml);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new AssertionError(name + " must be XML", e);
        }
    }
}
