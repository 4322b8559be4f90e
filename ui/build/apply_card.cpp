// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/apply_card.h"

#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wheel_guard.h"
#include "ui/widgets/wrapping_row.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr std::size_t kMostNames = 6;
constexpr std::int64_t kBytesOfANumber = 4;

}  // namespace

QString growthText(const Growth& growth)
{
    const auto kept = static_cast<int>(growth.kept.size());
    const auto renewed = static_cast<int>(growth.renewed.size());
    if (renewed == 0)
        return ApplyCard::tr("All %n tensor(s) are kept.", nullptr, kept);
    QStringList names;
    for (std::size_t i = 0; i < std::min(growth.renewed.size(), kMostNames); ++i)
        names << QString::fromStdString(growth.renewed[i]);
    if (growth.renewed.size() > kMostNames)
        names << ApplyCard::tr("%n more", nullptr, static_cast<int>(growth.renewed.size() - kMostNames));
    if (kept == 0)
        return ApplyCard::tr("All %n tensor(s) are new: it must be trained.", nullptr, renewed);
    return ApplyCard::tr("%n tensor(s) kept, %1 new: %2", nullptr, kept).arg(renewed).arg(listText(names));
}

ApplyCard::ApplyCard(QWidget* parent)
    : QFrame(parent)
    , m_totals(makeWords(u"build.totals"_s, {}, this))
    , m_growth(makeWords(u"build.growth"_s, u"muted"_s, TextStyle::Caption, this))
    , m_apply(new QPushButton(tr("Use this network"), this))
    , m_identity(new QCheckBox(tr("New modules give what they get"), this))
    , m_seed(new QSpinBox(this))
{
    m_apply->setObjectName(u"build.apply"_s);
    m_apply->setProperty("primary", true);
    m_apply->setMinimumWidth(m_apply->fontMetrics().horizontalAdvance(m_apply->text()) +
                             2 * metrics::kMargin);
    m_identity->setObjectName(u"build.identity"_s);
    m_identity->setToolTip(tr("New convolutions and linear layers whose output has the shape of their input "
                              "begin as the identity, and a new Residual adds nothing at first. So a trained "
                              "network that is grown answers as before."));
    m_identity->setMinimumHeight(metrics::kControlHeight);
    m_seed->setObjectName(u"build.seed"_s);
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setToolTip(tr("Where the random numbers of new tensors begin; the same seed gives the same"));
    m_seed->setAccessibleName(tr("Seed of new tensors"));
    guardWheel(m_seed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kUnit);
    column->addWidget(m_totals);
    column->addWidget(m_growth);
    auto* box = new QWidget(this);
    auto* row = new WrappingRow(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap);
    row->addWidget(m_apply);
    row->addWidget(m_identity);
    auto* seedBox = new QWidget(box);
    auto* seedRow = new QHBoxLayout(seedBox);
    seedRow->setContentsMargins(0, 0, 0, 0);
    seedRow->setSpacing(metrics::kUnit);
    seedRow->addWidget(makeCaption(tr("Seed"), m_seed, seedBox));
    seedRow->addWidget(m_seed);
    row->addWidget(seedBox);
    column->addWidget(box);
    connect(m_apply, &QPushButton::clicked, this, &ApplyCard::applyWanted);
    refresh();
}

QString ApplyCard::totalsText(const QString& title, const NetworkCheck& check)
{
    const NetworkTotals totals = totalsOf(check.layers);
    if (!check.fits())
        return tr("%1 does not fit yet.").arg(title);
    return tr("%1: %2 parameters (%3), %4 MACs and %5 of outputs for one image.")
        .arg(title, countText(totals.parameters), memoryText(kBytesOfANumber * totals.parameters),
             countText(totals.multiplyAdds), memoryText(kBytesOfANumber * totals.values));
}

void ApplyCard::setNetwork(const QString& title, const NetworkCheck& check,
                           const std::optional<Growth>& growth, bool isApplied)
{
    m_fits = check.fits();
    m_isApplied = isApplied;
    m_totals->setText(totalsText(title, check));
    if (isApplied)
        m_growth->setText(tr("This is the network in use. Change it, and use what comes of it."));
    else
        m_growth->setText(growth ? growthText(*growth) : QString());
    m_growth->setVisible(!m_growth->text().isEmpty());
    refresh();
}

void ApplyCard::setReady(bool ready)
{
    m_ready = ready;
    refresh();
}

void ApplyCard::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void ApplyCard::refresh()
{
    m_apply->setEnabled(m_ready && m_fits && !m_isApplied && !m_busy);
    QString tip = tr("Read with this network: tensors of the same name and shape are kept, others are "
                     "initialised from the seed. Undo in the Model menu takes it back.");
    if (!m_ready)
        tip = withReason(tip, tr("The network is still being loaded."));
    else if (!m_fits)
        tip = withReason(tip, tr("It does not fit yet; see what is said above."));
    else if (m_isApplied)
        tip = withReason(tip, tr("It is in use."));
    m_apply->setToolTip(tip);
}

NewModules ApplyCard::start() const
{
    return m_identity->isChecked() ? NewModules::Identity : NewModules::Random;
}

std::uint64_t ApplyCard::seed() const
{
    return static_cast<std::uint64_t>(m_seed->value());
}

}  // namespace glyphscope
