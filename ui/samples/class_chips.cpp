// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/class_chips.h"

#include "ui/samples/report_text.h"
#include "ui/style/theme.h"
#include "ui/widgets/name_picker.h"

#include <QtGui/QPainter>
#include <QtGui/QResizeEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kNarrowest = 40;

QString nameOf(const LabelCount& count)
{
    return QString::fromStdString(count.label);
}

bool isSameClass(const LabelCount& a, const LabelCount& b)
{
    return a.label == b.label;
}

}  // namespace

/// A class, and how many there are of it.
class ClassChip : public QToolButton {
public:
    ClassChip(int place, const QString& name, QWidget* parent)
        : QToolButton(parent), m_name(name), m_isDigit(ClassSet::digits().indexOf(name.toStdString()) >= 0)
    {
        setObjectName(u"sampleChip%1"_s.arg(place));
        setCheckable(true);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setCount(0);
    }

    void setCount(int count)
    {
        m_count = count;
        QString words = (m_isDigit ? ClassChips::tr("%1 of the digit %2") : ClassChips::tr("%1 of: %2"))
                            .arg(samplesText(count), m_name);
        if (count < ClassChips::kEnough)
            words += u'\n' + (m_isDigit ? ClassChips::tr("Five of each digit teach well: %1 to go.")
                                        : ClassChips::tr("Five of each class teach well: %1 to go."))
                                 .arg(ClassChips::kEnough - count);
        setToolTip(words);
        setAccessibleName(words);
        update();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics lines(nameFont());
        const int wide = lines.horizontalAdvance(m_name) + lines.horizontalAdvance(u" 8888"_s);
        return {wide + 2 * metrics::kUnit, lines.height() + 3 * metrics::kUnit};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {kNarrowest, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QToolButton::paintEvent(event);
        const Theme& t = theme();
        QPainter painter(this);
        const QString count = QString::number(m_count);
        const QFont small = glyphscope::font(TextStyle::Caption);
        const double countWide = QFontMetricsF(small).horizontalAdvance(count);
        const QFontMetricsF measure(nameFont());
        const double room = std::max(0.0, width() - 3.0 * metrics::kUnit - countWide);
        const QString name = measure.elidedText(m_name, Qt::ElideRight, room);
        const double nameWide = measure.horizontalAdvance(name);
        QRectF place(rect());
        place.setLeft((width() - nameWide - metrics::kUnit - countWide) / 2);
        painter.setFont(nameFont());
        painter.setPen(isChecked() ? t.accent : t.text);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, name);
        place.setLeft(place.left() + nameWide + metrics::kUnit);
        painter.setFont(small);
        painter.setPen(m_count < ClassChips::kEnough ? t.caution : t.mutedText);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, count);
    }

private:
    static QFont nameFont()
    {
        QFont strong = glyphscope::font(TextStyle::Body);
        strong.setWeight(QFont::DemiBold);
        return strong;
    }

    const QString m_name;
    const bool m_isDigit;
    int m_count = 0;
};

ClassChips::ClassChips(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    setObjectName(u"sampleChips"_s);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(2);
}

void ClassChips::setCounts(const std::vector<LabelCount>& counts)
{
    const bool same = std::ranges::equal(counts, m_counts, isSameClass);
    m_counts = counts;
    const auto number = static_cast<qsizetype>(counts.size());
    if (number > NamePicker::kMostButtons)
        makePicker();  // its texts hold the counts
    else if (!same || m_chips.empty())
        makeChips();
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setCount(counts[i].count);
    setChosen(m_chosen);
}

/// Narrower than they stand now: then they stand in more lines.
QSize ClassChips::minimumSizeHint() const
{
    return {2 * kNarrowest, layout()->minimumSize().height()};
}

void ClassChips::makeChips()
{
    delete m_picker;
    m_picker = nullptr;
    qDeleteAll(m_chips);
    m_chips.clear();
    for (std::size_t place = 0; place < m_counts.size(); ++place) {
        auto* chip = new ClassChip(static_cast<int>(place), nameOf(m_counts[place]), this);
        connect(chip, &QToolButton::clicked, this, [this, place](bool checked) {
            setChosen(checked ? std::optional(m_counts[place].label) : std::nullopt);
            Q_EMIT chosen(m_chosen);
        });
        m_chips.push_back(chip);
    }
    m_columns = 0;
    arrange();
}

void ClassChips::makePicker()
{
    qDeleteAll(m_chips);
    m_chips.clear();
    if (m_picker == nullptr) {
        m_picker = new NamePicker(this);
        m_picker->setObjectName(u"samplePicker"_s);
        m_picker->setAccessibleName(tr("Class to show"));
        m_grid->addWidget(m_picker, 0, 0);
        m_picker->show();
        connect(m_picker, &NamePicker::picked, this, [this](int entry) {
            m_chosen.reset();
            if (entry > 0)
                m_chosen = m_counts[static_cast<std::size_t>(entry) - 1].label;
            Q_EMIT chosen(m_chosen);
        });
    }
    QStringList entries{tr("All classes")};
    for (const LabelCount& count : m_counts)
        entries << tr("%1 (%2)").arg(nameOf(count)).arg(count.count);
    m_picker->setNames(entries);
}

std::optional<std::size_t> ClassChips::placeOfChosen() const
{
    for (std::size_t i = 0; m_chosen && i < m_counts.size(); ++i)
        if (m_counts[i].label == *m_chosen)
            return i;
    return std::nullopt;
}

void ClassChips::setChosen(const std::optional<std::string>& label)
{
    m_chosen = label;
    const std::optional<std::size_t> place = placeOfChosen();
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setChecked(place == i);
    if (m_picker != nullptr)
        m_picker->choose(place ? static_cast<int>(*place) + 1 : 0);
}

/// As many beside each other as have room; ten stand in one line or in two.
void ClassChips::arrange()
{
    int wide = 1;
    for (const ClassChip* chip : m_chips)
        wide = std::max(wide, chip->sizeHint().width() + m_grid->spacing());
    const int all = std::max(1, static_cast<int>(m_chips.size()));
    const int half = (all + 1) / 2;
    int columns = isVisible() ? std::clamp(width() / wide, 1, all) : half;
    if (columns < all && columns > half)
        columns = half;
    if (columns == m_columns)
        return;
    m_columns = columns;
    int place = 0;
    for (ClassChip* chip : m_chips) {
        m_grid->addWidget(chip, place / columns, place % columns);
        ++place;
    }
}

void ClassChips::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    arrange();
}

void ClassChips::resizeEvent(QResizeEvent* event)
{
    arrange();
    QWidget::resizeEvent(event);
}

}  // namespace glyphscope
