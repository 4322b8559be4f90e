// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/evaluation/evaluation_story.h"
#include "ui/evaluation/confusion_view.h"
#include "ui/evaluation/evaluation_panel.h"
#include "ui/evaluation/image_gallery.h"
#include "ui/evaluation/reliability_diagram.h"
#include "ui/style/theme.h"
#include "ui/widgets/data_table.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

using Cell = ConfusionView::Cell;

class TstEvaluationPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
        m_panel = std::make_unique<EvaluationPanel>();
        m_panel->resize(420, 900);
    }
    void cleanup() { m_panel.reset(); }

    void asksToBeMeasured()
    {
        m_panel->show();
        const QSignalSpy asked(m_panel.get(), &EvaluationPanel::evaluateRequested);
        QVERIFY(label(u"evaluation.empty"_s)->text().startsWith(u"Not measured yet."));
        QTest::mouseClick(button(u"evaluation.measure"_s), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        m_panel->setRunning(true);
        QVERIFY(!button(u"evaluation.measure"_s)->isEnabled());
        QVERIFY(label(u"evaluation.empty"_s)->text().startsWith(u"Measuring"));
        m_panel->setRunning(false);
        give(m_three, u"Test set"_s);
        QVERIFY(!label(u"evaluation.empty"_s)->isVisible());
        QTest::mouseClick(button(u"evaluation.measureAgain"_s), Qt::LeftButton);
        QCOMPARE(asked.size(), 2);
        m_panel->setEvaluation({}, {}, {}, {});
        QVERIFY(label(u"evaluation.empty"_s)->isVisible());
    }

    void saysHowToGetData()
    {
        m_panel->show();
        m_panel->setDataState(false, u"Get MNIST first."_s);
        QCOMPARE(label(u"evaluation.empty"_s)->text(), u"Get MNIST first."_s);
        QVERIFY(button(u"evaluation.measure"_s)->isHidden());
        give(m_three, u"Test set"_s);  // what was measured stays to be seen
        QVERIFY(!button(u"evaluation.measureAgain"_s)->isEnabled());
        QCOMPARE(button(u"evaluation.measureAgain"_s)->toolTip(), u"Get MNIST first."_s);
    }

    void aFailureIsToldUntilTheNextAttempt()
    {
        m_panel->setRunning(true);
        m_panel->setFailed(u"The device is gone."_s);
        QCOMPARE(label(u"evaluation.empty"_s)->text(), u"The device is gone."_s);
        QVERIFY(button(u"evaluation.measure"_s)->isEnabled());
        give(m_three, u"Test set"_s);
        QVERIFY(label(u"evaluation.problem"_s)->isHidden());
        m_panel->setFailed(u"Again."_s);
        QVERIFY(!label(u"evaluation.problem"_s)->isHidden());
        m_panel->setRunning(true);
        QVERIFY(label(u"evaluation.problem"_s)->isHidden());
    }

    void theHeadlineTellsTheMain()
    {
        m_panel->show();
        give(m_three, u"Test set, after epoch 3"_s);
        QCOMPARE(label(u"evaluation.accuracy"_s)->text(), u"50.00\u00a0%"_s);
        QCOMPARE(label(u"evaluation.details"_s)->text(), u"3 errors in 6 images, loss 0.0412"_s);
        QCOMPARE(label(u"evaluation.what"_s)->text(), u"Test set, after epoch 3"_s);
    }

    void aCellOpensItsImages()
    {
        m_panel->show();
        give(m_three, {});
        const QModelIndex cell = matrix()->model()->index(0, 1);
        QTest::mouseClick(matrix()->viewport(), Qt::LeftButton, {}, matrix()->visualRect(cell).center());
        QCOMPARE(label(u"evaluation.choice"_s)->text(), u"a read as b"_s);
        QCOMPARE(gallery()->model()->rowCount(), 2);
        QTest::keyClick(matrix(), Qt::Key_Down);
        QCOMPARE(label(u"evaluation.choice"_s)->text(), u"b read right"_s);
        QTest::keyClick(matrix(), Qt::Key_Return);
        QTRY_VERIFY(gallery()->hasFocus() || !m_panel->isActiveWindow());
        QVERIFY(gallery()->currentIndex().isValid());
        QTest::keyClick(matrix(), Qt::Key_Escape);
        QCOMPARE(label(u"evaluation.choice"_s)->text(), u"All errors"_s);
    }

    void filtersAndTheMatrixAgree()
    {
        m_panel->show();
        give(m_three, {});
        combo(u"evaluation.truth"_s)->setCurrentIndex(1);
        QVERIFY(!matrix()->cell());
        combo(u"evaluation.answer"_s)->setCurrentIndex(2);
        QCOMPARE(matrix()->cell(), std::optional(Cell{0, 1}));
        QTest::mouseClick(m_panel->findChild<QToolButton*>(u"evaluation.allErrors"_s), Qt::LeftButton);
        QVERIFY(!matrix()->cell());
        Q_EMIT matrix()->answerChosen(0);
        QCOMPARE(label(u"evaluation.choice"_s)->text(), u"Wrongly read as a"_s);
    }

    void aClickOnAnImageHandsItOut()
    {
        m_panel->show();
        give(m_three, {});
        QList<int> chosen;
        connect(m_panel.get(), &EvaluationPanel::imageChosen, m_panel.get(),
                [&](int index, const Glyph& glyph, int truth) {
                    chosen = {index, glyph[0], truth};
                });
        const QModelIndex first = gallery()->model()->index(0, 0);
        QTest::mouseClick(gallery()->viewport(), Qt::LeftButton, {}, gallery()->visualRect(first).center());
        QCOMPARE(chosen, (QList<int>{2, 2, 0}));
    }

    void anUpdateKeepsWhatIsLookedAt()
    {
        m_panel->show();
        give(m_ten, {}, 10);
        combo(u"evaluation.order"_s)->setCurrentIndex(2);
        matrix()->setFocus();
        matrix()->setCurrentIndex(matrix()->model()->index(4, 5));
        QCOMPARE(gallery()->model()->rowCount(), 60);
        gallery()->verticalScrollBar()->setValue(50);
        std::vector<test::Read> next = test::tenClasses(3000);
        next[4].answer = 4;
        give(test::storyOf(10, next), {}, 10);
        QCOMPARE(matrix()->cell(), std::optional(Cell{4, 5}));
        QCOMPARE(gallery()->model()->rowCount(), 59);
        QCOMPARE(gallery()->verticalScrollBar()->value(), 50);
        QCOMPARE(combo(u"evaluation.order"_s)->currentIndex(), 2);
        give(m_three, {});  // other classes: there is nothing to keep
        QVERIFY(!matrix()->cell());
        QCOMPARE(label(u"evaluation.choice"_s)->text(), u"All errors"_s);
    }

    void anotherDataSetStartsWithoutFilter()
    {
        m_panel->show();
        give(m_ten, {}, 10);
        matrix()->setCurrentIndex(matrix()->model()->index(4, 5));
        QVERIFY(matrix()->cell());
        give(m_ten, {}, 10);
        QVERIFY(matrix()->cell());
        test::Story others = test::storyOf(10, test::tenClasses(3000));
        others.images->images[7] = 200;  // as many of each class, but other pictures
        give(others, {}, 10);
        QVERIFY(!matrix()->cell());
        QCOMPARE(label(u"evaluation.choice"_s)->text(), u"All errors"_s);
        QCOMPARE(combo(u"evaluation.truth"_s)->currentIndex(), 0);
    }

    void whatComesUnseenIsShownLater()
    {
        give(m_three, {});
        QCOMPARE(gallery()->model()->rowCount(), 0);
        m_panel->show();
        QCOMPARE(gallery()->model()->rowCount(), 3);
        QCOMPARE(label(u"evaluation.accuracy"_s)->text(), u"50.00\u00a0%"_s);
    }

    void anEmptySetIsToldFromAnUnmeasuredOne()
    {
        m_panel->show();
        give(test::storyOf(3, {}), {});
        QCOMPARE(label(u"evaluation.empty"_s)->text(), u"There are no images to measure on."_s);
    }

    void countsBecomePercent()
    {
        m_panel->show();
        give(m_three, {});
        const QModelIndex cell = matrix()->model()->index(0, 1);
        QCOMPARE(cell.data().toString(), u"2"_s);
        QTest::mouseClick(m_panel->findChild<QToolButton*>(u"evaluation.percent"_s), Qt::LeftButton);
        QCOMPARE(cell.data().toString(), u"66.7"_s);
    }

    void theWidthDecidesWhatStandsBesideWhat()
    {
        give(m_three, {});
        m_panel->show();
        const auto* classes = m_panel->findChild<DataTable*>();
        const auto at = [&](const QWidget* part) { return part->mapTo(m_panel.get(), QPoint()); };
        QVERIFY(!classes->isVisible());
        QTRY_VERIFY(at(gallery()).y() > at(matrix()).y() + matrix()->height());
        QTRY_VERIFY(gallery()->height() > 300);  // nothing is left empty between them
        QTest::mouseClick(m_panel->findChild<QToolButton*>(u"evaluation.classesTab"_s), Qt::LeftButton);
        QVERIFY(classes->isVisible());
        QVERIFY(!matrix()->isVisible());
        m_panel->resize(800, 500);
        QTRY_VERIFY(at(gallery()).x() > at(classes).x() + classes->width());
        m_panel->resize(1400, 500);
        QTRY_VERIFY(at(classes).x() > at(matrix()).x() + matrix()->width());
        QVERIFY(classes->isVisible() && matrix()->isVisible());
    }

    void trustIsShownWhereItIsKnown()
    {
        m_panel->show();
        const auto* diagram = m_panel->findChild<ReliabilityDiagram*>();
        const auto* tab = m_panel->findChild<QToolButton*>(u"evaluation.trustTab"_s);
        give(m_three, {});
        QVERIFY(!tab->isVisible() && !diagram->isVisible());
        giveTrusted(m_three);
        QVERIFY(tab->isVisible() && !diagram->isVisible());
        QTest::mouseClick(m_panel->findChild<QToolButton*>(u"evaluation.trustTab"_s), Qt::LeftButton);
        QVERIFY(diagram->isVisible() && !matrix()->isVisible());
        QVERIFY(label(u"evaluation.calibration"_s)->text().startsWith(u"Expected calibration error 2.00"_s));
        QTRY_VERIFY(diagram->height() >= diagram->minimumSizeHint().height());
        give(m_ten, {}, 10);  // nobody has said yet
        QVERIFY(!diagram->isVisible() && matrix()->isVisible());
    }

    void anUpdateKeepsTrustOpen()
    {
        giveTrusted(m_three);  // while nobody looks
        m_panel->show();
        QTest::mouseClick(m_panel->findChild<QToolButton*>(u"evaluation.trustTab"_s), Qt::LeftButton);
        giveTrusted(m_three);
        QVERIFY(m_panel->findChild<ReliabilityDiagram*>()->isVisible());
        m_panel->resize(1400, 800);
        QTRY_VERIFY(matrix()->isVisible());
        QVERIFY(m_panel->findChild<DataTable*>()->isVisible());
        QVERIFY(m_panel->findChild<ReliabilityDiagram*>()->isVisible());
    }

    void fitsANarrowDock()
    {
        m_panel->resize(280, 800);
        m_panel->show();
        QCOMPARE(m_panel->width(), 280);
        m_panel->setEvaluation(m_ten.evaluation, m_ten.images, u"Test set"_s,
                               {u"T-shirt/top"_s, u"Trouser"_s, u"Pullover"_s, u"Dress"_s, u"Coat"_s,
                                u"Sandal"_s, u"Shirt"_s, u"Sneaker"_s, u"Bag"_s, u"Ankle boot"_s},
                               reliability());
        QTRY_VERIFY2(m_panel->minimumSizeHint().width() <= 280,
                     qPrintable(QString::number(m_panel->minimumSizeHint().width())));
        QCOMPARE(m_panel->width(), 280);
    }

    void saysWhetherItIsSeen()
    {
        const QSignalSpy shown(m_panel.get(), &EvaluationPanel::shown);
        m_panel->show();
        m_panel->hide();
        QCOMPARE(shown.size(), 2);
        QCOMPARE(shown[0][0].toBool(), true);
        QCOMPARE(shown[1][0].toBool(), false);
    }

private:
    static Reliability reliability()
    {
        Reliability result;
        result.bins.resize(15);
        result.bins[14] = {100, 0.99, 0.97};
        result.calibrationError = 0.02;
        return result;
    }
    void give(const test::Story& story, const QString& what, int classes = 3) const
    {
        QStringList names;
        for (int i = 0; i < classes; ++i)
            names += QString(QChar(u'a' + i));
        m_panel->setEvaluation(story.evaluation, story.images, what, names);
    }
    void giveTrusted(const test::Story& story) const
    {
        m_panel->setEvaluation(story.evaluation, story.images, {}, {}, reliability());
    }
    [[nodiscard]] QLabel* label(const QString& name) const { return m_panel->findChild<QLabel*>(name); }
    [[nodiscard]] QPushButton* button(const QString& name) const
    {
        return m_panel->findChild<QPushButton*>(name);
    }
    [[nodiscard]] QComboBox* combo(const QString& name) const { return m_panel->findChild<QComboBox*>(name); }
    [[nodiscard]] ConfusionView* matrix() const { return m_panel->findChild<ConfusionView*>(); }
    [[nodiscard]] ImageGallery* gallery() const { return m_panel->findChild<ImageGallery*>(); }

    const test::Story m_ten = test::storyOf(10, test::tenClasses(3000));
    const test::Story m_three = test::storyOf(3, test::threeClasses());
    std::unique_ptr<EvaluationPanel> m_panel;
};

GLYPHSCOPE_TEST(TstEvaluationPanel, Widgets)
#include "tst_evaluation_panel.moc"
