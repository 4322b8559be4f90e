// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/message_text.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"

#include <QtCore/QHash>
#include <QtCore/QTranslator>
#include <QtTest/QTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// A language of few words.
class Few : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char*, int) const override
    {
        static const QHash<QByteArray, QString> words{
            {"Test/%1 images for %2 labels.", u"Zu %2 Etiketten %1 Bilder."_s},
            {"Test/%1: %2", u"%1 – %2"_s},
            {"glyphscope::NumberText/en", u"de"_s},
        };
        return words.value(QByteArray(context) + '/' + source);
    }
};

}  // namespace

class TstMessageText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isEnglishWithoutATranslation();
    void everyPartIsTranslated();
    void wordsOfOthersStay();
};

void TstMessageText::isEnglishWithoutATranslation()
{
    const Error error(GLYPHSCOPE_TEXT("Test", "%1 images for %2 labels."), 60000, 59999);
    QCOMPARE(errorText(error), QString::fromUtf8(error.what()));
}

void TstMessageText::everyPartIsTranslated()
{
    Few few;
    QVERIFY(QCoreApplication::installTranslator(&few));
    const Error inner(GLYPHSCOPE_TEXT("Test", "%1 images for %2 labels."), 3, "%1");
    const Error outer(GLYPHSCOPE_TEXT("Test", "%1: %2"), "ink.xml", inner);
    QCOMPARE(errorText(outer), u"ink.xml – Zu %1 Etiketten 3 Bilder."_s);
    QCOMPARE(QString::fromUtf8(outer.what()), u"ink.xml: 3 images for %1 labels."_s);
}

void TstMessageText::wordsOfOthersStay()
{
    QCOMPARE(errorText(std::runtime_error("no memory: %1")), u"no memory: %1"_s);
}

GLYPHSCOPE_TEST(TstMessageText, Core)
#include "tst_message_text.moc"
