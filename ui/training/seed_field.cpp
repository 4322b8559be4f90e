// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/seed_field.h"

#include "ui/style/icons.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/joined_text.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>
#include <QtGui/QRegularExpressionValidator>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

namespace glyphscope {

using namespace Qt::StringLiterals;

SeedField::SeedField(QWidget* parent)
    : QWidget(parent)
    , m_caption(new QLabel(tr("Seed"), this))
    , m_field(new QLineEdit(u"0"_s, this))
    , m_dice(new QToolButton(this))
{
    m_field->setObjectName(u"training.seed"_s);
    m_field->setAccessibleName(tr("Seed"));
    m_field->setValidator(new QRegularExpressionValidator(QRegularExpression(u"[0-9]{1,20}"_s), m_field));
    m_field->setMinimumWidth(72);
    m_dice->setObjectName(u"training.newSeed"_s);
    m_dice->setIcon(icon(u"dice"_s));
    m_dice->setToolTip(tr("A new seed"));
    m_dice->setAccessibleName(tr("New seed"));
    m_caption->setFont(glyphscope::font(TextStyle::Caption));
    setRole(m_caption, u"muted"_s);
    m_caption->setBuddy(m_field);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap);
    row->addWidget(m_caption);
    row->addWidget(m_field, 1);
    row->addWidget(m_dice);
    setLocked({});
    connect(m_field, &QLineEdit::textEdited, this, &SeedField::read);
    connect(m_field, &QLineEdit::editingFinished, this, [this] { setSeed(m_seed); });
    connect(m_dice, &QToolButton::clicked, this, [this] { choose(newSeed()); });
}

std::uint64_t SeedField::newSeed()
{
    return QRandomGenerator::global()->bounded(1U, 1000000U);
}

void SeedField::setSeed(std::uint64_t seed)
{
    m_seed = seed;
    if (m_field->text() != QString::number(seed))
        m_field->setText(QString::number(seed));
}

void SeedField::choose(std::uint64_t seed)
{
    setSeed(seed);
    Q_EMIT seedChanged(seed);
}

void SeedField::read()
{
    bool fits = false;
    const std::uint64_t seed = m_field->text().toULongLong(&fits);
    if (!fits || seed == m_seed)
        return;  // the field shows the seed in force again when it is left
    m_seed = seed;
    Q_EMIT seedChanged(seed);
}

void SeedField::setCaptionWidth(int width)
{
    m_caption->setFixedWidth(width);
}

void SeedField::setLocked(const QString& reason)
{
    const QString tip = tr("The same seed gives the same network again on this machine");
    m_field->setToolTip(withReason(tip, reason));
    m_field->setEnabled(reason.isEmpty());
    m_dice->setEnabled(reason.isEmpty());
}

}  // namespace glyphscope
