package com.rjchronos.testkit;

import com.rjchronos.spi.VendorConnector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a connector says that it reads, from the component description that bnd wrote from its annotations. */
final class DeclaredReads {
    private static final String PROPERTY = "chronos.reads";

    private DeclaredReads() {}

    static Set<String> of(Class<? extends VendorConnector> connector) {
        NodeList properties = description(connector).getElementsByTagName("property");
        Set<String> paths = new LinkedHashSet<>();
        for (int i = 0; i < properties.getLength(); i++) {
            Element property = (Element) properties.item(i);
            if (property.getAttribute("name").equals(PROPERTY)) {
                String values = property.getAttribute("value") + property.getTextContent();
                values.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .forEach(line -> paths.addAll(Set.of(line.split(","))));
            }
        }
        return paths;
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
