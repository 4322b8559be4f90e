// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/report_view.h"

#include "ui/samples/report_text.h"
#include "ui/style/class_name.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"
#include "ui/widgets/section.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

QLabel* makeLabel(const QString& name, const QString& text, TextStyle style, const QString& role,
                  QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    setRole(label, role);
    label->setFont(glyphscope::font(style));
    return label;
}

QString arrow(const QString& before, const QString& after)
{
    return before + u" \u2192 "_s + after;
}

Evaluation ofClass(const Evaluation& whole, int label)
{
    const Tally tally = tallyOf(whole, label);
    Evaluation part;
    part.count = tally.count;
    part.correct = tally.correct;
    return part;
}

}  // namespace

ReportView::ReportView(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"fineTuneReport"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kUnit);
    m_summary = makeLabel(u"reportSummary"_s, {}, TextStyle::Body, {}, this);
    m_summary->setWordWrap(true);
    column->addWidget(m_summary);
    m_notInPlace =
        makeLabel(u"reportNotInPlace"_s, tr("Other weights are in place now, so its numbers are not shown."),
                  TextStyle::Body, u"muted"_s, this);
    m_notInPlace->setWordWrap(true);
    column->addWidget(m_notInPlace);
    m_numbers = new QWidget(this);
    column->addWidget(m_numbers);
    auto* numbers = new QVBoxLayout(m_numbers);
    numbers->setContentsMargins(0, 0, 0, 0);
    numbers->setSpacing(metrics::kUnit);
    m_heldOut = addLine(u"HeldOut"_s, tr("My samples that it has not seen"));
    m_trained = addLine(u"Trained"_s, tr("My samples that it was taught"));
    m_test = addLine(u"Test"_s, {});
    m_testCaption = findChild<QLabel*>(u"reportTestCaption"_s);
    m_byClass = new Section(u"fineTuneDigits"_s, tr("Class by class"), m_numbers);
    numbers->addWidget(m_byClass);
    setInPlace(true);
    setClasses(ClassSet::digits());
    hide();
}

void ReportView::setClasses(const ClassSet& classes)
{
    if (m_table != nullptr && classes == m_classes)
        return;
    m_classes = classes;
    hide();
    m_testCaption->setText(classes.isDigits() ? tr("MNIST test set, before and after")
                                              : tr("Test set, before and after"));
    makeRows();
}

ReportView::Line ReportView::addLine(const QString& name, const QString& caption)
{
    auto* words =
        makeLabel(u"report%1Caption"_s.arg(name), caption, TextStyle::Caption, u"muted"_s, m_numbers);
    words->setWordWrap(true);
    const Line line{makeLabel(u"report%1Values"_s.arg(name), {}, TextStyle::Heading, {}, m_numbers),
                    makeLabel(u"report%1Change"_s.arg(name), {}, TextStyle::Body, {}, m_numbers)};
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::kGap);
    row->addWidget(line.values);
    row->addStretch(1);
    row->addWidget(line.change);
    auto* column = static_cast<QVBoxLayout*>(m_numbers->layout());
    column->addSpacing(metrics::kUnit);
    column->addWidget(words);
    column->addLayout(row);
    return line;
}

void ReportView::makeRows()
{
    delete m_table;
    m_rows.clear();
    m_table = new QWidget(this);
    auto* grid = new QGridLayout(m_table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::kGap);
    grid->setVerticalSpacing(2);
    m_mineCaption = makeLabel(u"reportMineCaption"_s, {}, TextStyle::Caption, u"muted"_s, m_table);
    grid->addWidget(m_mineCaption, 0, 1);
    const QString test = m_classes.isDigits() ? tr("MNIST, %") : tr("Test set, %");
    grid->addWidget(makeLabel({}, test, TextStyle::Caption, u"muted"_s, m_table), 0, 2);
    for (int label = 0; label < m_classes.size(); ++label) {
        const QString number = QString::number(label);
        const Row row{makeLabel(u"reportMine"_s + number, {}, TextStyle::Body, {}, m_table),
                      makeLabel(u"reportTest"_s + number, {}, TextStyle::Body, {}, m_table)};
        auto* name = makeLabel(u"reportClass"_s + number, className(m_classes, label), TextStyle::Heading, {},
                               m_table);
        name->setWordWrap(true);
        grid->addWidget(name, label + 1, 0);
        grid->addWidget(row.mine, label + 1, 1);
        grid->addWidget(row.test, label + 1, 2);
        m_rows.push_back(row);
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    m_byClass->add(m_table);
}

void ReportView::setReport(const std::shared_ptr<const FineTuneReport>& report)
{
    setVisible(report != nullptr);
    if (!report)
        return;
    setInPlace(true);
    QString words =
        tr("Taught on %1 in %2 s.").arg(samplesText(report->samples), fixedText(report->seconds, 1));
    if (report->leftOut > 0)
        words = sentences({words, tr("%1 of other classes left out.").arg(samplesText(report->leftOut))});
    m_summary->setText(words);
    showLine(m_heldOut, report->heldOutBefore, report->heldOutAfter, tr("too few to keep any back"),
             gainRole);
    showLine(m_trained, report->trainedBefore, report->trainedAfter, tr("not measured"), gainRole);
    showLine(m_test, report->testBefore, report->testAfter,
             m_classes.isDigits() ? tr("not measured: there is no MNIST")
                                  : tr("not measured: Training names no set of these classes"),
             forgettingRole);
    showClasses(*report);
}

void ReportView::setInPlace(bool inPlace)
{
    m_notInPlace->setVisible(!inPlace);
    m_numbers->setVisible(inPlace);
}

void ReportView::showLine(const Line& line, const Evaluation& before, const Evaluation& after,
                          const QString& without, QString (*role)(double))
{
    const bool measured = before.count > 0 && after.count > 0;
    const double points = pointsBetween(before, after);
    setRole(line.values, measured ? QString() : u"muted"_s);
    line.values->setText(measured ? arrow(accuracyText(before), accuracyText(after)) : without);
    line.values->setToolTip(measured ? tr("%1 right before, %2 after")
                                           .arg(tallyText({before.correct, before.count}),
                                                tallyText({after.correct, after.count}))
                                     : QString());
    line.change->setText(measured ? pointsText(points) : QString());
    setRole(line.change, role(points));
}

void ReportView::showClasses(const FineTuneReport& report)
{
    const bool unseen = report.heldOutBefore.count > 0;
    m_mineCaption->setText(unseen ? tr("Mine, not seen") : tr("Mine, taught"));
    for (int label = 0; label < m_classes.size(); ++label) {
        const Row& row = m_rows[static_cast<std::size_t>(label)];
        const auto put = [label](QLabel* words, const Evaluation& before, const Evaluation& after,
                                 bool counts, QString (*role)(double)) {
            const Evaluation one = ofClass(before, label);
            const Evaluation two = ofClass(after, label);
            const double points = pointsBetween(one, two);
            const auto number = [](const Evaluation& e) { return fixedText(100 * e.accuracy(), 1); };
            if (one.count == 0)
                words->setText(u"\u2013"_s);
            else if (counts)
                words->setText(
                    arrow(tallyText({one.correct, one.count}), tallyText({two.correct, two.count})));
            else
                words->setText(arrow(number(one), number(two)));
            words->setToolTip(one.count == 0 ? QString() : pointsText(points));
            setRole(words, one.count == 0 ? u"muted"_s : role(points));
        };
        put(row.mine, unseen ? report.heldOutBefore : report.trainedBefore,
            unseen ? report.heldOutAfter : report.trainedAfter, true, gainRole);
        put(row.test, report.testBefore, report.testAfter, false, forgettingRole);
    }
}

}  // namespace glyphscope
