// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtTest/QTest>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// One program holds the tests of a whole room; it is started with the name of the test to run.
namespace glyphscope::test {

/// What a test class needs around it.
enum class Application { None, Core, Widgets };

struct TestClass {
    std::string name;  ///< as its file: "tst_normalize"
    Application application = Application::Core;
    std::function<std::unique_ptr<QObject>()> make;
};

/// "TstRunStore" -> "tst_run_store"
[[nodiscard]] std::string fileNameOf(std::string_view className);

/// The test classes of this program, in no order.
[[nodiscard]] std::vector<TestClass>& testClasses();

/// Lets a test start its own program again, as something that may be killed: "tests --write folder".
/// `run` is called with what follows `name`, before there is an application.
struct ChildProcess {
    std::string name;
    std::function<int(int argc, char** argv)> run;
};

[[nodiscard]] std::vector<ChildProcess>& childProcesses();

}  // namespace glyphscope::test

/// What a busy machine does late is not wrong: Qt waits five seconds, which is too short beside two builds.
#undef QTRY_VERIFY
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 60000)
#undef QTRY_COMPARE
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 60000)

/// At the end of a test's file, in place of QTEST_MAIN: GLYPHSCOPE_TEST(TstNormalize, Core)
#define GLYPHSCOPE_TEST(Class, application)                                                                  \
    [[maybe_unused]] static const bool registered##Class =                                                   \
        (glyphscope::test::testClasses().push_back({glyphscope::test::fileNameOf(#Class),                    \
                                                    glyphscope::test::Application::application,              \
                                                    [] { return std::make_unique<Class>(); }}),              \
         true);

/// GLYPHSCOPE_CHILD_PROCESS(writer, "--write", writeUntilKilled)
#define GLYPHSCOPE_CHILD_PROCESS(id, name, run)                                                              \
    [[maybe_unused]] static const bool registeredChild##id =                                                 \
        (glyphscope::test::childProcesses().push_back({name, run}), true);
