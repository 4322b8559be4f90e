// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"

#include <QtCore/QLocale>
#include <QtCore/QTranslator>
#include <QtTest/QTest>
#ifdef QT_WIDGETS_LIB
#include <QtWidgets/QApplication>
#elif defined(QT_GUI_LIB)
#include <QtGui/QGuiApplication>
#endif

#include <algorithm>
#include <cctype>
#include <cstdio>

static void initTranslations()
{
    Q_INIT_RESOURCE(glyphscope_translations);
}

namespace glyphscope::test {
namespace {

std::unique_ptr<QCoreApplication> makeApplication(Application kind, int& argc, char** argv)
{
    switch (kind) {
    case Application::None:
        return nullptr;
    case Application::Core:
        return std::make_unique<QCoreApplication>(argc, argv);
    case Application::Widgets:
        QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
#ifdef QT_WIDGETS_LIB
        return std::make_unique<QApplication>(argc, argv);
#elif defined(QT_GUI_LIB)
        return std::make_unique<QGuiApplication>(argc, argv);
#endif
    }
    return std::make_unique<QCoreApplication>(argc, argv);
}

int run(const TestClass& test, int argc, char** argv)
{
    const std::unique_ptr<QCoreApplication> application = makeApplication(test.application, argc, argv);
    initTranslations();
    QTranslator english;  // its plural forms
    if (application && english.load(QStringLiteral(":/translations/glyphscope_en.qm")))
        QCoreApplication::installTranslator(&english);
    QLocale::setDefault(QLocale::English);
    const std::unique_ptr<QObject> object = test.make();
    return QTest::qExec(object.get(), argc, argv);
}

int usage(const char* program)
{
    std::fprintf(stderr, "usage: %s TEST [QTEST-ARGUMENTS...], where TEST is one of\n", program);
    for (const TestClass& test : testClasses())
        std::fprintf(stderr, "    %s\n", test.name.c_str());
    return 2;
}

}  // namespace

std::string fileNameOf(std::string_view className)
{
    std::string name;
    for (const char c : className) {
        const auto letter = static_cast<unsigned char>(c);
        if (std::isupper(letter) != 0 && !name.empty())
            name += '_';
        name += static_cast<char>(std::tolower(letter));
    }
    return name;
}

std::vector<TestClass>& testClasses()
{
    static std::vector<TestClass> classes;
    return classes;
}

std::vector<ChildProcess>& childProcesses()
{
    static std::vector<ChildProcess> processes;
    return processes;
}

}  // namespace glyphscope::test

using namespace glyphscope::test;

int main(int argc, char** argv)
{
    if (argc < 2)
        return usage(argv[0]);
    const auto isNamed = [name = std::string_view(argv[1])](const auto& item) { return item.name == name; };
    argv[1] = argv[0];
    const auto child = std::ranges::find_if(childProcesses(), isNamed);
    if (child != childProcesses().end())
        return child->run(argc - 1, argv + 1);
    const auto test = std::ranges::find_if(testClasses(), isNamed);
    return test != testClasses().end() ? run(*test, argc - 1, argv + 1) : usage(argv[0]);
}
