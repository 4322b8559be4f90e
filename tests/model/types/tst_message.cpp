// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/types/error.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;

Q_DECLARE_METATYPE(glyphscope::Message)

class TstMessage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isPutTogetherInEnglish_data();
    void isPutTogetherInEnglish();
    void anErrorSaysItsMessage();
    void anArgumentIsNeverTakenForAPlaceholder();
    void anotherExceptionHasNoTranslation();
};

void TstMessage::isPutTogetherInEnglish_data()
{
    QTest::addColumn<Message>("message");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const Message& message, const char* text) {
        QTest::newRow(name) << message << QString::fromUtf8(text);
    };
    row("nothing", {}, "");
    row("words", std::string("50 %1 of it"), "50 %1 of it");
    row("no arguments", GLYPHSCOPE_TEXT("Test", "Draw something first."), "Draw something first.");
    row("names", Message(GLYPHSCOPE_TEXT("Test", "%1: no %2."), std::filesystem::path("/a/b"), "file"),
        "/a/b: no file.");
    row("in another order", Message(GLYPHSCOPE_TEXT("Test", "%2, %1, %2"), "a", "b"), "b, a, b");
    row("counts", Message(GLYPHSCOPE_TEXT("Test", "%1 of %2, %3"), 12, std::size_t{60000}, -1234567),
        "12 of 60,000, -1,234,567");
    row("numbers", Message(GLYPHSCOPE_TEXT("Test", "%1 and %2"), 0.05, 1e-7), "0.05 and 1e-07");
    row("too few arguments", Message(GLYPHSCOPE_TEXT("Test", "%1 %2"), "a"), "a %2");
    row("percent", Message(GLYPHSCOPE_TEXT("Test", "%1 % of %"), 3), "3 % of %");
    row("a message in a message",
        Message(GLYPHSCOPE_TEXT("Test", "%1 Nothing was read."),
                Message(GLYPHSCOPE_TEXT("Test", "%1 is empty."), "x")),
        "x is empty. Nothing was read.");
}

void TstMessage::isPutTogetherInEnglish()
{
    QFETCH(const Message, message);
    QTEST(QString::fromStdString(message.text()), "text");
}

void TstMessage::anErrorSaysItsMessage()
{
    const Error inner(GLYPHSCOPE_TEXT("Test", "Line %1 is empty."), 3);
    const Error outer(GLYPHSCOPE_TEXT("Test", "%1: %2"), "a.csv", inner);
    QCOMPARE(outer.what(), "a.csv: Line 3 is empty.");
    QCOMPARE(outer.message().words(), std::string("%1: %2"));
    QCOMPARE(outer.message().context(), std::string("Test"));
}

void TstMessage::anArgumentIsNeverTakenForAPlaceholder()
{
    QCOMPARE(Message(GLYPHSCOPE_TEXT("Test", "%1, %2"), "%2", "%1").text(), std::string("%2, %1"));
}

void TstMessage::anotherExceptionHasNoTranslation()
{
    const Message message(GLYPHSCOPE_TEXT("Test", "%1!"), MessageArgument(std::runtime_error("of %1")));
    QCOMPARE(message.text(), std::string("of %1!"));
}

GLYPHSCOPE_TEST(TstMessage, None)
#include "tst_message.moc"
