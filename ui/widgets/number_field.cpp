// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/number_field.h"

#include "ui/widgets/wheel_guard.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr int kDecimals = 12;  // QDoubleSpinBox rounds to them

}  // namespace

NumberField::NumberField(const NumberRange& range, QWidget* parent) : QDoubleSpinBox(parent), m_range(range)
{
    setDecimals(kDecimals);
    setRange(range.least, range.most);
    guardWheel(this);
    setCorrectionMode(CorrectToNearestValue);
}

void NumberField::use(const NumberRange& range)
{
    m_range = range;
    setRange(range.least, range.most);
}

QString NumberField::textFromValue(double value) const
{
    return m_range.whole ? QString::number(value, 'f', 0) : QString::number(value, 'g', 10);
}

double NumberField::valueFromText(const QString& text) const
{
    if (!specialValueText().isEmpty() && text == specialValueText())
        return minimum();
    return QString(text).replace(u',', u'.').toDouble();
}

QValidator::State NumberField::validate(QString& text, int& at) const
{
    static const QRegularExpression noDigit(u"[^0-9]"_s);
    if (!specialValueText().isEmpty() && text == specialValueText())
        return QValidator::Acceptable;
    if (!specialValueText().isEmpty() && m_range.whole) {
        text.remove(noDigit);  // what is left of the word
        at = std::min(at, static_cast<int>(text.size()));
    }
    static const QRegularExpression begun(u"^\\s*-?[0-9]*[.,]?[0-9]*([eE][-+]?[0-9]*)?\\s*$"_s);
    static const QRegularExpression wholeBegun(u"^\\s*-?[0-9]*\\s*$"_s);
    if (!(m_range.whole ? wholeBegun : begun).match(text).hasMatch() ||
        (m_range.least >= 0 && text.trimmed().startsWith(u'-')))
        return QValidator::Invalid;
    bool number = false;
    const double value = QString(text).replace(u',', u'.').toDouble(&number);
    return number && value >= minimum() && value <= maximum() ? QValidator::Acceptable
                                                              : QValidator::Intermediate;
}

void NumberField::stepBy(int steps)
{
    setValue(stepped(m_range, value(), steps));
    selectAll();
}

}  // namespace glyphscope
