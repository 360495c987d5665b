package com.rjchronos.assembly;

import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.features;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.ops4j.pax.exam.Option;

/** The archive that ships, in a container with a simulated fleet of {@value #DEVICES}. */
final class Container {
    static final int DEVICES = 60;

    private Container() {}

    private static final int PORT = free();
    private static final int SIMULATOR = free();
    private static final int SSH = free();

    static Option[] options() {
        String version = System.getProperty("karaf.version");
        File scratch = new File(System.getProperty("chronos.scratch"), "container");
        String simulator = "etc/com.rjchronos.simulator.cfg";
        String web = "etc/org.ops4j.pax.web.cfg";
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl("file:" + System.getProperty("chronos.archive"))
                    .karafVersion(version)
                    .name("RJChronosConnect")
                    .unpackDirectory(scratch)
                    .useDeployFolder(false),
            keepRuntimeFolder(),
            configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
            features(
                    "mvn:com.rjchronos/com.rjchronos.features/" + System.getProperty("chronos.version")
                            + "/xml/features",
                    "chronos-simulator"),
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.url.mvn.cfg",
                    "org.ops4j.pax.url.mvn.defaultRepositories",
                    "${karaf.home.uri}${karaf.default.repository}@id=system.repository, file:"
                            + System.getProperty("exam.repository") + "@id=exam.repository"),
            editConfigurationFilePut(web, "org.osgi.service.http.port", Integer.toString(PORT)),
            editConfigurationFilePut(web, "org.ops4j.pax.web.listening.addresses", "127.0.0.1"),
            editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", Integer.toString(SSH)),
            editConfigurationFilePut(simulator, "port", Integer.toString(SIMULATOR)),
            editConfigurationFilePut(simulator, "devices", Integer.toString(DEVICES)),
            editConfigurationFilePut("etc/com.rjchronos.genieacs-main.cfg", "baseUrl", "http://127.0.0.1:" + SIMULATOR),
            systemProperty("chronos.test.port").value(Integer.toString(PORT)),
            systemProperty("chronos.test.etc").value(System.getProperty("chronos.etc")),
            systemProperty("chronos.test.simulator").value(Integer.toString(SIMULATOR)),
            vmOptions(flags(version)),
        };
    }

    /** What bin/karaf and bin/setenv give the JVM. */
    private static String[] flags(String version) {
        return new String[] {
            "--add-reads=java.xml=java.logging",
            "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
            "--patch-module",
            "java.base=lib/endorsed/org.apache.karaf.specs.locator-" + version + ".jar",
            "--patch-module",
            "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + version + ".jar",
            "--add-opens",
            "java.base/java.security=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.net=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.lang=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.util=ALL-UNNAMED",
            "--add-opens",
            "java.naming/javax.naming.spi=ALL-UNNAMED",
            "--add-opens",
            "java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
            "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
            "-Xmx256m",
            "-XX:+UseParallelGC",
            "-Djava.security.manager=allow",
            "-Djdk.util.zip.disableZip64ExtraFieldValidation=true"
        };
    }

    /** Inside the container: a client of the API beside us. */
    static Api api() {
        return new Api("http://127.0.0.1:" + System.getProperty("chronos.test.port"));
    }

    static Path data() {
        return Path.of(System.getProperty("chronos.data", System.getProperty("karaf.data")));
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
