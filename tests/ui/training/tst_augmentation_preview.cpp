// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/style/theme.h"
#include "ui/training/augmentation_preview.h"
#include "ui/training/preview_geometry.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

Glyph filled(std::uint8_t value)
{
    Glyph glyph;
    glyph.fill(value);
    return glyph;
}

struct AskedPreview {
    explicit AskedPreview(AugmentationPreview& preview)
    {
        QObject::connect(&preview, &AugmentationPreview::wanted, &preview,
                         [this](const std::optional<Augmentation>& how) { all.push_back(how); });
    }
    std::vector<std::optional<Augmentation>> all;
};

}  // namespace

class TstAugmentationPreview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }
    void asksAgainAndAgainWhileItIsSeen();
    void saysWhenItIsSeenNoMore();
    void paintsWhatItIsGiven();
};

void TstAugmentationPreview::asksAgainAndAgainWhileItIsSeen()
{
    AugmentationPreview preview;
    const AskedPreview asked(preview);
    Augmentation how;
    how.rotation = 12;
    preview.setAugmentation(how);
    QVERIFY(asked.all.empty());
    preview.show();
    QTRY_VERIFY(asked.all.size() >= 3);
    QCOMPARE(asked.all.back().value(), how);
    how.shear = 0.2;
    preview.setAugmentation(how);
    QTRY_COMPARE(asked.all.back().value(), how);
}

void TstAugmentationPreview::saysWhenItIsSeenNoMore()
{
    AugmentationPreview preview;
    const AskedPreview asked(preview);
    preview.show();
    QTRY_VERIFY(!asked.all.empty());
    preview.hide();
    QVERIFY(!asked.all.back().has_value());
    const std::size_t then = asked.all.size();
    preview.hide();
    QCOMPARE(asked.all.size(), then);
}

void TstAugmentationPreview::paintsWhatItIsGiven()
{
    AugmentationPreview preview;
    preview.resize(480, preview.heightForWidth(480));
    preview.setGlyphs(std::vector<Glyph>(8, filled(0)), std::vector<Glyph>(8, filled(255)));
    const QImage image = preview.grab().toImage();
    const PreviewGeometry places = previewGeometry(8, 480);
    for (int i = 0; i < 8; ++i) {
        QCOMPARE(image.pixelColor(places.originals[i].center()), theme().paper);
        QCOMPARE(image.pixelColor(places.distorted[i].center()), theme().ink);
    }
}

GLYPHSCOPE_TEST(TstAugmentationPreview, Widgets)
#include "tst_augmentation_preview.moc"
