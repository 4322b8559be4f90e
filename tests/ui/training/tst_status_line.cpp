// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/style/theme.h"
#include "ui/training/status_line.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstStatusLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }

    void itIsThereOnlyWithSomethingToSay()
    {
        QWidget window;
        auto* line = new StatusLine(&window);
        (new QVBoxLayout(&window))->addWidget(line);
        window.show();
        line->setStatus(StatusLine::Tone::Bad, u"The loss is no longer finite."_s);
        QVERIFY(line->isVisible());
        const auto* text = line->findChild<QLabel*>(u"training.status"_s);
        QCOMPARE(text->text(), u"The loss is no longer finite."_s);
        QCOMPARE(text->property("role").toString(), u"bad"_s);
        line->setStatus(StatusLine::Tone::Muted, {});
        QVERIFY(!line->isVisible());
    }

    void theIconFollowsToneAndTheme()
    {
        StatusLine line;
        const auto picture = [&line] {
            return line.findChild<QLabel*>(QString(), Qt::FindDirectChildrenOnly)->pixmap().toImage();
        };
        line.setStatus(StatusLine::Tone::Good, u"Done."_s);
        const QImage good = picture();
        line.setStatus(StatusLine::Tone::Bad, u"Done."_s);
        const QImage bad = picture();
        QVERIFY(!bad.isNull() && bad != good);
        applyTheme(*qApp, true);
        QVERIFY(picture() != bad);
        applyTheme(*qApp, false);
        QCOMPARE(picture(), bad);
    }
};

GLYPHSCOPE_TEST(TstStatusLine, Widgets)
#include "tst_status_line.moc"
