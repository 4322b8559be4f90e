// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/file_dialogs.h"

#include <QtWidgets/QFileDialog>

#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {

QFileDialog& FileDialogs::dialog(const QString& title) const
{
    auto* result = new QFileDialog(&m_window, title);
    result->setObjectName(u"fileDialog"_s);
    result->setAttribute(Qt::WA_DeleteOnClose);
    return *result;
}

void FileDialogs::openFile(const QObject& asker, const QString& title, const QStringList& filters,
                           Answer answer)
{
    QFileDialog& ask = dialog(title);
    ask.setFileMode(QFileDialog::ExistingFile);
    ask.setNameFilters(filters);
    QObject::connect(&ask, &QFileDialog::fileSelected, &asker, std::move(answer));
    ask.open();
}

void FileDialogs::openFiles(const QObject& asker, const QString& title, const QStringList& filters,
                            std::function<void(const QStringList& paths)> answer)
{
    QFileDialog& ask = dialog(title);
    ask.setFileMode(QFileDialog::ExistingFiles);
    ask.setNameFilters(filters);
    QObject::connect(&ask, &QFileDialog::filesSelected, &asker, std::move(answer));
    ask.open();
}

void FileDialogs::chooseFolder(const QObject& asker, const QString& title, Answer answer)
{
    QFileDialog& ask = dialog(title);
    ask.setFileMode(QFileDialog::Directory);
    QObject::connect(&ask, &QFileDialog::filesSelected, &asker,
                     [answer = std::move(answer)](const QStringList& folders) { answer(folders.first()); });
    ask.open();
}

void FileDialogs::saveFile(const QObject& asker, const QString& title, const QStringList& filters,
                           Answer answer, qsizetype chosen)
{
    QFileDialog& ask = dialog(title);
    ask.setAcceptMode(QFileDialog::AcceptSave);
    ask.setNameFilters(filters);
    ask.selectNameFilter(ask.nameFilters().at(chosen));
    const auto suffixFollows = [&ask](const QString& filter) {
        ask.setDefaultSuffix(filter.section(u"*."_s, 1).chopped(1));
    };
    suffixFollows(ask.selectedNameFilter());
    QObject::connect(&ask, &QFileDialog::filterSelected, &ask, suffixFollows);
    QObject::connect(&ask, &QFileDialog::fileSelected, &asker, std::move(answer));
    ask.open();
}

}  // namespace glyphscope
