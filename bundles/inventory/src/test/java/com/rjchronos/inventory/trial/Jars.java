package com.rjchronos.inventory.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Bundles with connectors of these tests. */
final class Jars {
    private static final String COMPONENT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="acme">
              <property name="chronos.speaks.productClass" type="String" value="AX.*"/>
              <property name="chronos.reads" type="String">Device.DeviceInfo.ModelName
            Device.X_ACME</property>
              <service><provide interface="com.rjchronos.spi.VendorConnector"/></service>
              <implementation class="%s"/>
            </scr:component>
            """;

    private Jars() {}

    /** A bundle with one connector. */
    static Path with(Path file, Class<?> connector) throws IOException {
        return with(file, connector, COMPONENT.formatted(connector.getName()), Map.of());
    }

    static Path with(Path file, Class<?> connector, String component, Map<String, String> headers) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-SymbolicName", "com.x.connectors.acme;singleton:=true");
        main.putValue("Bundle-Version", "1.2.3");
        main.putValue("Service-Component", "OSGI-INF/acme.xml");
        headers.forEach(main::putValue);
        String code = connector.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest);
                InputStream in = connector.getClassLoader().getResourceAsStream(code)) {
            put(jar, "OSGI-INF/acme.xml", component.getBytes(StandardCharsets.UTF_8));
            put(jar, code, in.readAllBytes());
        }
        return file;
    }

    /** A KAR with these jars. */
    static Path kar(Path file, Path... jars) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream kar = new JarOutputStream(out)) {
            put(kar, "repository/features.xml", "<features/>".getBytes(StandardCharsets.UTF_8));
            for (Path jar : jars) {
                put(kar, "repository/com/x/" + jar.getFileName(), Files.readAllBytes(jar));
            }
        }
        return file;
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
