// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/report_view.h"

#include "ui/samples/report_text.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
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

Evaluation ofClass(const Evaluation& whole, int digit)
{
    const Tally tally = tallyOf(whole, digit);
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
    m_heldOut = addLine(u"HeldOut"_s, tr("My samples that it has not seen"));
    m_trained = addLine(u"Trained"_s, tr("My samples that it was taught"));
    m_test = addLine(u"Test"_s, tr("MNIST test set: what was forgotten"));
    auto* digits = new Section(u"fineTuneDigits"_s, tr("Digit by digit"), this);
    digits->add(makeDigits());
    column->addWidget(digits);
    hide();
}

ReportView::Line ReportView::addLine(const QString& name, const QString& caption)
{
    auto* words = makeLabel(u"report%1Caption"_s.arg(name), caption, TextStyle::Caption, u"muted"_s, this);
    words->setWordWrap(true);
    const Line line{makeLabel(u"report%1Values"_s.arg(name), {}, TextStyle::Heading, {}, this),
                    makeLabel(u"report%1Change"_s.arg(name), {}, TextStyle::Body, {}, this)};
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::kGap);
    row->addWidget(line.values);
    row->addStretch(1);
    row->addWidget(line.change);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addSpacing(metrics::kUnit);
    column->addWidget(words);
    column->addLayout(row);
    return line;
}

QWidget* ReportView::makeDigits()
{
    auto* table = new QWidget(this);
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::kGap);
    grid->setVerticalSpacing(2);
    m_mineCaption = makeLabel(u"reportMineCaption"_s, {}, TextStyle::Caption, u"muted"_s, table);
    grid->addWidget(m_mineCaption, 0, 1);
    grid->addWidget(makeLabel({}, tr("MNIST, %"), TextStyle::Caption, u"muted"_s, table), 0, 2);
    for (int digit = 0; digit < 10; ++digit) {
        const QString name = QString::number(digit);
        Row& row = m_rows[static_cast<std::size_t>(digit)];
        row.mine = makeLabel(u"reportMine"_s + name, {}, TextStyle::Body, {}, table);
        row.test = makeLabel(u"reportTest"_s + name, {}, TextStyle::Body, {}, table);
        grid->addWidget(makeLabel({}, name, TextStyle::Heading, {}, table), digit + 1, 0);
        grid->addWidget(row.mine, digit + 1, 1);
        grid->addWidget(row.test, digit + 1, 2);
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    return table;
}

void ReportView::setReport(const std::shared_ptr<const FineTuneReport>& report)
{
    setVisible(report != nullptr);
    if (!report)
        return;
    m_summary->setText(
        tr("Taught on %1 in %2 s.").arg(samplesText(report->samples), fixedText(report->seconds, 1)));
    show(m_heldOut, report->heldOutBefore, report->heldOutAfter, tr("too few to keep any back"), gainRole);
    show(m_trained, report->trainedBefore, report->trainedAfter, tr("not measured"), gainRole);
    show(m_test, report->testBefore, report->testAfter, tr("not measured: there is no MNIST"),
         forgettingRole);
    showDigits(*report);
}

void ReportView::show(const Line& line, const Evaluation& before, const Evaluation& after,
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

void ReportView::showDigits(const FineTuneReport& report)
{
    const bool unseen = report.heldOutBefore.count > 0;
    m_mineCaption->setText(unseen ? tr("Mine, not seen") : tr("Mine, taught"));
    for (int digit = 0; digit < 10; ++digit) {
        const Row& row = m_rows[static_cast<std::size_t>(digit)];
        const auto put = [digit](QLabel* label, const Evaluation& before, const Evaluation& after,
                                 bool counts, QString (*role)(double)) {
            const Evaluation one = ofClass(before, digit);
            const Evaluation two = ofClass(after, digit);
            const double points = pointsBetween(one, two);
            const auto number = [](const Evaluation& e) { return fixedText(100 * e.accuracy(), 1); };
            if (one.count == 0)
                label->setText(u"\u2013"_s);
            else if (counts)
                label->setText(
                    arrow(tallyText({one.correct, one.count}), tallyText({two.correct, two.count})));
            else
                label->setText(arrow(number(one), number(two)));
            label->setToolTip(one.count == 0 ? QString() : pointsText(points));
            setRole(label, one.count == 0 ? u"muted"_s : role(points));
        };
        put(row.mine, unseen ? report.heldOutBefore : report.trainedBefore,
            unseen ? report.heldOutAfter : report.trainedAfter, true, gainRole);
        put(row.test, report.testBefore, report.testAfter, false, forgettingRole);
    }
}

}  // namespace glyphscope
