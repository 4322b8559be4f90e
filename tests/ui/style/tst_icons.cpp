// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QtCore/QDir>
#include <QtWidgets/QApplication>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// The most frequent colour among the opaque pixels.
QColor colourOf(const QImage& image)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) == 255)
                ++counts[image.pixel(x, y)];
    QRgb best = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        best = it.value() > counts.value(best) ? it.key() : best;
    return QColor(best);
}

}  // namespace

class TstIcons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void everyFileGivesInk_data()
    {
        QTest::addColumn<QString>("name");
        const QDir folder(QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/resources/icons"));
        for (const QFileInfo& file : folder.entryInfoList({u"*.svg"_s}))
            QTest::newRow(qPrintable(file.baseName())) << file.baseName();
    }

    void everyFileGivesInk()
    {
        QFETCH(QString, name);
        applyTheme(*qApp, false);
        const QIcon known = icon(name);
        QVERIFY(!known.isNull());
        const QImage image = known.pixmap(QSize(48, 48), 1.0).toImage();
        QCOMPARE(image.size(), QSize(48, 48));
        QCOMPARE(colourOf(image), theme().text);
        QCOMPARE(qAlpha(image.pixel(0, 0)), 0);
    }

    void anUnknownNameIsNull() { QVERIFY(icon(u"no-such-icon"_s).isNull()); }

    void aHighResolutionScreenGetsMorePixels()
    {
        const QPixmap pixmap = icon(u"pen"_s).pixmap(QSize(24, 24), 2.0);
        QCOMPARE(pixmap.size(), QSize(48, 48));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
        QCOMPARE(iconPixmap(u"pen"_s, Qt::red, 20, 1.5).size(), QSize(30, 30));
    }

    void theSameIconFollowsTheTheme()
    {
        applyTheme(*qApp, false);
        const QIcon pen = icon(u"pen"_s);
        QCOMPARE(colourOf(pen.pixmap(QSize(48, 48), 1.0).toImage()), theme().text);
        QCOMPARE(colourOf(pen.pixmap(QSize(48, 48), 1.0, QIcon::Normal, QIcon::On).toImage()),
                 theme().accent);
        applyTheme(*qApp, true);
        QCOMPARE(colourOf(pen.pixmap(QSize(48, 48), 1.0).toImage()), theme().text);
    }
};

GLYPHSCOPE_TEST(TstIcons, Widgets)
#include "tst_icons.moc"
