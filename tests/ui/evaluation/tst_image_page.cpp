// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/evaluation/evaluation_story.h"
#include "ui/evaluation/image_gallery.h"
#include "ui/evaluation/image_page.h"
#include "ui/style/theme.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstImagePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
        m_page = std::make_unique<ImagePage>();
        m_page->resize(400, 400);
        give(test::storyOf(3, test::threeClasses()), {u"a"_s, u"b"_s, u"c"_s});
        m_page->show();
    }
    void cleanup() { m_page.reset(); }

    void theErrorsComeFirst()
    {
        QCOMPARE(label(u"evaluation.choice"_s), u"All errors"_s);
        QCOMPARE(label(u"evaluation.chosenCount"_s), u"3 images"_s);
        QCOMPARE(shownImages(), (QList<int>{2, 5, 1}));
        QVERIFY(all()->isHidden());
    }

    void imagesGrowWithTheirRoom()
    {
        const auto cell = [this] { return gallery()->visualRect(gallery()->model()->index(0, 0)).size(); };
        give(test::storyOf(10, test::tenClasses(4000)), digits());
        m_page->resize(300, 500);
        QTRY_VERIFY(gallery()->width() <= 300);
        const QSize least = gallery()->minimumSizeHint();
        QVERIFY(cell().width() >= 72 && cell().width() <= 110);
        m_page->resize(900, 1700);
        QTRY_VERIFY(cell().width() > 120);
        QVERIFY(cell().height() > 120);
        QCOMPARE(gallery()->minimumSizeHint(), least);  // it can be made small again
    }

    void aClickHandsTheImageOut()
    {
        QList<int> chosen;
        connect(m_page.get(), &ImagePage::imageChosen, m_page.get(),
                [&](int image, const Glyph& glyph, int truth) {
                    chosen = {image, glyph[100], truth};
                });
        QTest::mouseClick(gallery()->viewport(), Qt::LeftButton, {},
                          gallery()->visualRect(gallery()->model()->index(1, 0)).center());
        QCOMPARE(chosen, (QList<int>{5, 5, 2}));
        QTest::keyClick(gallery(), Qt::Key_Right);
        QTest::keyClick(gallery(), Qt::Key_Return);
        QCOMPARE(chosen, (QList<int>{1, 1, 0}));
    }

    void filtersMeet()
    {
        const QSignalSpy changed(m_page.get(), &ImagePage::choiceChanged);
        pick(u"evaluation.truth"_s, u"Truth: b"_s);
        QCOMPARE(label(u"evaluation.nothing"_s), u"Every b was read right."_s);
        QVERIFY(!gallery()->isVisible());
        pick(u"evaluation.answer"_s, u"Answer: b"_s);
        QCOMPARE(shownImages(), (QList<int>{3, 4}));
        pick(u"evaluation.order"_s, u"Least confident first"_s);
        QCOMPARE(shownImages(), (QList<int>{4, 3}));
        const qsizetype before = changed.size();
        QVERIFY(before >= 3);
        QTest::mouseClick(all(), Qt::LeftButton);
        QCOMPARE(changed.size(), before + 1);
        QCOMPARE(shownImages(), (QList<int>{1, 2, 5}));  // the order stays
        QCOMPARE(combo(u"evaluation.truth"_s)->currentIndex(), 0);
    }

    void choosingFromOutsideIsQuiet()
    {
        const QSignalSpy changed(m_page.get(), &ImagePage::choiceChanged);
        m_page->choose(0, 1);
        QCOMPARE(shownImages(), (QList<int>{2, 1}));
        QCOMPARE(combo(u"evaluation.truth"_s)->currentText(), u"Truth: a"_s);
        QCOMPARE(combo(u"evaluation.answer"_s)->currentText(), u"Answer: b"_s);
        QCOMPARE(changed.size(), 0);
        QVERIFY(all()->isVisible());
    }

    void noErrorsAtAll()
    {
        give(test::storyOf(2, {{0, 0}, {1, 1}}), {u"a"_s, u"b"_s});
        QCOMPARE(label(u"evaluation.nothing"_s), u"No errors: every image was read right."_s);
        QVERIFY(m_page->findChild<QLabel*>(u"evaluation.nothing"_s)->isVisible());
    }

    void onlyNumbersAreKnown()
    {
        const test::Story story = test::storyOf(2, {{0, 1}});
        story.evaluation->answers.clear();
        give(story, {u"a"_s, u"b"_s});
        QVERIFY(label(u"evaluation.nothing"_s).contains(u"not known"));
    }

    void anUpdateKeepsThePlace()
    {
        give(test::storyOf(10, test::tenClasses(4000)), digits());
        combo(u"evaluation.order"_s)->setCurrentIndex(3);
        gallery()->setCurrentIndex(gallery()->model()->index(300, 0));
        const int image = gallery()->currentIndex().data(Qt::UserRole).toInt();
        gallery()->verticalScrollBar()->setValue(1234);
        std::vector<test::Read> next = test::tenClasses(4000);
        next[0].answer = next[0].truth;  // one error less, before the selected one
        give(test::storyOf(10, next), digits());
        QCOMPARE(gallery()->currentIndex().row(), 299);
        QCOMPARE(gallery()->currentIndex().data(Qt::UserRole).toInt(), image);
        QVERIFY(gallery()->selectionModel()->isSelected(gallery()->currentIndex()));
        QCOMPARE(gallery()->verticalScrollBar()->value(), 1234);
        QCOMPARE(combo(u"evaluation.order"_s)->currentIndex(), 3);
    }

    void anotherChoiceBeginsAtTheTop()
    {
        give(test::storyOf(10, test::tenClasses(4000)), digits());
        gallery()->verticalScrollBar()->setValue(1000);
        m_page->choose(1, 1);
        QCOMPARE(gallery()->verticalScrollBar()->value(), 0);
    }

    void tipsTellAllNumbers()
    {
        const QString tip = gallery()->model()->index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY(tip.startsWith(u"Image 3 of 6\nTruth: a, probability 10.00"));
    }

private:
    void give(const test::Story& story, const QStringList& names) const
    {
        m_page->setClassNames(names);
        m_page->setEvaluation(story.evaluation, story.images);
    }
    static QStringList digits()
    {
        QStringList names;
        for (int i = 0; i < 10; ++i)
            names += QString::number(i);
        return names;
    }
    [[nodiscard]] ImageGallery* gallery() const { return m_page->findChild<ImageGallery*>(); }
    [[nodiscard]] QComboBox* combo(const QString& name) const { return m_page->findChild<QComboBox*>(name); }
    [[nodiscard]] QToolButton* all() const
    {
        return m_page->findChild<QToolButton*>(u"evaluation.allErrors"_s);
    }
    [[nodiscard]] QString label(const QString& name) const
    {
        return m_page->findChild<QLabel*>(name)->text();
    }
    void pick(const QString& name, const QString& entry) const
    {
        const int row = combo(name)->findText(entry);
        QVERIFY(row >= 0);
        while (combo(name)->currentIndex() < row)
            QTest::keyClick(combo(name), Qt::Key_Down);
        while (combo(name)->currentIndex() > row)
            QTest::keyClick(combo(name), Qt::Key_Up);
    }
    [[nodiscard]] QList<int> shownImages() const
    {
        QList<int> images;
        for (int row = 0; row < gallery()->model()->rowCount(); ++row)
            images += gallery()->model()->index(row, 0).data(Qt::UserRole).toInt();
        return images;
    }

    std::unique_ptr<ImagePage> m_page;
};

GLYPHSCOPE_TEST(TstImagePage, Widgets)
#include "tst_image_page.moc"
