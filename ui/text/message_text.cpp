// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/message_text.h"

#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace glyphscope {
namespace {

struct InWords {
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const
    {
        return numberLocale().toString(static_cast<qlonglong>(number)).toStdString();
    }
    std::string operator()(double number) const
    {
        return numberLocale().toString(number, 'g', 6).toLower().toStdString();
    }
    std::string operator()(const std::shared_ptr<const Message>& message) const
    {
        return messageText(*message).toStdString();
    }
};

}  // namespace

QString messageText(const Message& message)
{
    if (message.context().empty())
        return QString::fromStdString(message.words());
    std::vector<std::string> values;
    for (const MessageArgument& argument : message.arguments())
        values.push_back(std::visit(InWords(), argument.value()));
    const QString words = QCoreApplication::translate(message.context().c_str(), message.words().c_str());
    return QString::fromStdString(withArguments(words.toStdString(), values));
}

}  // namespace glyphscope
