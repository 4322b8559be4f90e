// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/unipen.h"
#include "app/files/unipen_include.h"
#include "app/files/unipen_text.h"
#include "model/types/error.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <string_view>

namespace glyphscope {

namespace {

constexpr double kMillimetresPerInch = 25.4;
constexpr double kMostUnequal = 100;  // of the two resolutions
constexpr std::size_t kMostChannels = 16;

/// A stretch of the set's points between two movements of the pen.
struct Component {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool ink = false;
};

/// A .SEGMENT as it waits for the end of its set: its components may come after it.
struct Segment {
    std::string delineation;
    std::string label;
    QString file;
    int line = 0;
};

/// What .COORD says of the numbers of a point.
struct Channels {
    std::size_t x = 0;
    std::size_t y = 1;
    std::size_t count = 2;
    bool given = false;
};

/// A file while it is read.
struct OpenFile {
    QString path;
    QString canonical;
    int line = 0;
};

/// Whether a word is that one, in any case.
bool isWord(QByteArrayView word, QByteArrayView known)
{
    return word.compare(known, Qt::CaseInsensitive) == 0;
}

bool isCharacterLevel(QByteArrayView level)
{
    return isWord(level, "CHARACTER") || isWord(level, "CHAR") || isWord(level, "DIGIT");
}

Channels channelsOf(QByteArrayView body)
{
    constexpr std::size_t kNone = kMostChannels;
    Channels channels{kNone, kNone, 0, true};
    for (QByteArrayView word = takeWord(body); !word.isEmpty(); word = takeWord(body)) {
        if (channels.count == kMostChannels)
            throw Error(GLYPHSCOPE_TEXT("Files", ".COORD names more than %1 coordinates"), kMostChannels);
        if (isWord(word, "X"))
            channels.x = channels.count;
        else if (isWord(word, "Y"))
            channels.y = channels.count;
        ++channels.count;
    }
    if (channels.x == kNone || channels.y == kNone)
        throw Error(GLYPHSCOPE_TEXT("Files", ".COORD without both X and Y"));
    return channels;
}

/// Points an inch, or 0 if they are not known.
double resolutionOf(QByteArrayView body, double unitsPerInch)
{
    const QByteArrayView word = takeWord(body);
    if (word == "?")
        return 0;
    const double resolution = unipenNumber(word) * unitsPerInch;
    if (!(resolution > 0))
        throw Error(GLYPHSCOPE_TEXT("Files", "a resolution that is not above 0"));
    return resolution;
}

/// Moves the strokes to where their box begins at (0, 0).
void moveToCorner(Drawing& drawing)
{
    Point corner{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    for (const Stroke& stroke : drawing.strokes)
        for (const Point& point : stroke.points)
            corner = {std::min(corner.x, point.x), std::min(corner.y, point.y)};
    for (Stroke& stroke : drawing.strokes)
        for (Point& point : stroke.points)
            point = {point.x - corner.x, point.y - corner.y};
}

/// One pass over a file and those it includes.
class UnipenReader {
public:
    UnipenReader(const QString& path, std::vector<Message>* notes)
        : m_main(path), m_contributor(QFileInfo(path).absoluteDir().dirName()), m_notes(notes)
    {
    }

    std::vector<LabelledDrawing> read(const QByteArray& bytes)
    {
        readFile(bytes, m_main, QFileInfo(m_main).canonicalFilePath());
        endSet();
        if (m_segmentCount == 0)
            return std::move(m_unlabelled);
        if (m_drawings.empty())
            failAt(m_main, 0,
                   GLYPHSCOPE_TEXT(
                       "Files",
                       "holds segments, but none at the level CHARACTER. Choose a file of characters."));
        return std::move(m_drawings);
    }

private:
    [[noreturn]] static void failAt(const QString& file, int line, const Message& reason)
    {
        if (line > 0)
            throw Error(GLYPHSCOPE_TEXT("Files", "%1:%2: %3"), file.toStdString(), std::to_string(line),
                        reason);
        throw Error(GLYPHSCOPE_TEXT("Files", "%1: %2"), file.toStdString(), reason);
    }

    /// What went wrong in one statement, with what to do if it does not say so itself.
    static Message adviceOn(const Error& error)
    {
        if (std::string_view(error.what()).ends_with('.'))
            return error.message();
        return {GLYPHSCOPE_TEXT("Files", "%1. Mend the file, or export it again."), error};
    }

    /// Runs what throws without a place, and adds where the reader is.
    template <typename Function>
    auto located(Function function)
    {
        try {
            return function();
        } catch (const Error& error) {
            failAt(m_open.back().path, m_open.back().line, adviceOn(error));
        }
    }

    void readFile(const QByteArray& bytes, const QString& path, const QString& canonical)
    {
        m_open.push_back({path, canonical, 0});
        m_bytes += bytes.size();
        UnipenScanner scanner(bytes);
        const auto next = [&scanner, &path] {
            try {
                return scanner.next();
            } catch (const Error& error) {
                failAt(path, scanner.line(), adviceOn(error));
            }
        };
        while (const auto statement = next()) {
            m_open.back().line = statement->line;
            readStatement(*statement);
        }
        m_open.pop_back();
    }

    void readStatement(const UnipenStatement& statement)
    {
        if (statement.keyword == "INCLUDE")
            include(statement.body);
        else if (statement.keyword == "START_SET")
            endSet();
        else
            located([this, &statement] { readPlain(statement.keyword, statement.body); });
    }

    void readPlain(QByteArrayView keyword, QByteArrayView body)
    {
        if (keyword == "PEN_DOWN")
            readComponent(body, true);
        else if (keyword == "PEN_UP")
            readComponent(body, false);
        else if (keyword == "SEGMENT")
            readSegment(body);
        else if (keyword == "COORD")
            m_channels = channelsOf(body);
        else if (keyword == "X_POINTS_PER_INCH")
            m_xResolution = resolutionOf(body, 1);
        else if (keyword == "Y_POINTS_PER_INCH")
            m_yResolution = resolutionOf(body, 1);
        else if (keyword == "X_POINTS_PER_MM")
            m_xResolution = resolutionOf(body, kMillimetresPerInch);
        else if (keyword == "Y_POINTS_PER_MM")
            m_yResolution = resolutionOf(body, kMillimetresPerInch);
    }

    void include(QByteArrayView body)
    {
        const QString name = QString::fromUtf8(takeWord(body));
        const QString path = located([&] { return foundOrNoted(name); });
        if (const qsizetype slash = name.indexOf(u'/'); slash > 0 && !m_contributorNamed) {
            m_contributor = name.left(slash);
            m_contributorNamed = true;
        }
        if (path.isEmpty())
            return;
        const QByteArray bytes = located([&] { return bytesOf(path); });
        readFile(bytes, path, path);
    }

    /// Empty for documentation that is not there: the ink does without.
    QString foundOrNoted(const QString& name)
    {
        try {
            return findUnipenInclude(name, m_open.back().path, m_main);
        } catch (const Error& error) {
            if (!isUnipenDocumentation(name))
                throw;
            constexpr std::size_t kMostNotes = 16;
            if (m_notes != nullptr && m_notes->size() < kMostNotes)
                m_notes->push_back({GLYPHSCOPE_TEXT("Files", "%1:%2: %3 It is documentation; the ink is read "
                                                             "without it."),
                                    m_open.back().path.toStdString(), std::to_string(m_open.back().line),
                                    error});
            return {};
        }
    }

    QByteArray bytesOf(const QString& path)
    {
        if (std::ranges::any_of(m_open, [&path](const OpenFile& open) { return open.canonical == path; }))
            throw Error(GLYPHSCOPE_TEXT("Files", "%1 includes itself, by way of this line"),
                        path.toStdString());
        if (m_open.size() > UnipenLimits::depth)
            throw Error(GLYPHSCOPE_TEXT("Files", "files include files more than %1 deep"),
                        UnipenLimits::depth);
        if (++m_files > UnipenLimits::files)
            throw Error(GLYPHSCOPE_TEXT("Files", "more than %1 files are included"), UnipenLimits::files);
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            throw Error(GLYPHSCOPE_TEXT("Files", "%1 cannot be opened (%2). Check that you may read it."),
                        path.toStdString(), file.errorString().toStdString());
        if (file.size() > UnipenLimits::bytes - m_bytes)
            throw Error(GLYPHSCOPE_TEXT("Files", "with %1 it is more than 16 MiB. Split it."),
                        path.toStdString());
        return file.readAll();
    }

    void readComponent(QByteArrayView body, bool ink)
    {
        const double ratio = m_xResolution > 0 && m_yResolution > 0 ? m_xResolution / m_yResolution : 1;
        if (!(ratio <= kMostUnequal && ratio * kMostUnequal >= 1))
            throw Error(GLYPHSCOPE_TEXT("Files", "the resolutions of X and Y differ a hundredfold"));
        const std::size_t begin = m_points.size();
        std::array<double, kMostChannels> values{};
        std::size_t count = 0;
        while (!body.isEmpty()) {
            const qsizetype end = body.indexOf('\n');
            QByteArrayView line = end < 0 ? body : body.first(end);
            body = end < 0 ? QByteArrayView() : body.sliced(end + 1);
            const std::size_t before = count;
            for (QByteArrayView word = takeWord(line); !word.isEmpty(); word = takeWord(line)) {
                values[count++ % m_channels.count] = unipenNumber(word);
                if (count % m_channels.count == 0)
                    addPoint(values[m_channels.x], -values[m_channels.y] * ratio);
            }
            if (!m_channels.given && count != before && count != before + 2)
                throw Error(GLYPHSCOPE_TEXT(
                    "Files", "points of other than two numbers, and no .COORD in front that names them"));
            if (!body.isEmpty())
                ++m_open.back().line;
        }
        if (count % m_channels.count != 0)
            throw Error(GLYPHSCOPE_TEXT("Files", "%1 numbers, which do not make points of %2 each"), count,
                        m_channels.count);
        if (count > 0)
            m_components.push_back({begin, m_points.size(), ink});
    }

    void addPoint(double x, double y)
    {
        if (++m_pointCount > UnipenLimits::points)
            throw Error(GLYPHSCOPE_TEXT("Files", "more than 1,000,000 points. Split the file."));
        m_points.push_back({x, y});
    }

    void readSegment(QByteArrayView body)
    {
        if (++m_segmentCount > UnipenLimits::segments)
            throw Error(GLYPHSCOPE_TEXT("Files", "more than 100,000 segments. Split the file."));
        ++m_setSegments;
        UnipenSegmentText text = unipenSegment(body);
        if (isCharacterLevel(text.level))
            m_segments.push_back({text.delineation.toByteArray().toStdString(), std::move(text.label),
                                  m_open.back().path, m_open.back().line});
    }

    /// Makes drawings of what was read since the set began.
    void endSet()
    {
        if (m_setSegments > 0 || !m_components.empty())  // of nothing there may be millions
            drawSet();
        m_segments.clear();
        m_components.clear();
        m_points.clear();
        m_setSegments = 0;
    }

    void drawSet()
    {
        const QString id = m_contributor + u'/' + QFileInfo(m_main).completeBaseName();
        for (const Segment& segment : m_segments) {
            try {
                m_drawings.push_back({drawingOf(segment.delineation), segment.label,
                                      (id + u':').toStdString() + segment.delineation});
            } catch (const Error& error) {
                failAt(segment.file, segment.line, adviceOn(error));
            }
        }
        if (m_setSegments == 0 && !m_components.empty())
            m_unlabelled.push_back({wholeSet(), {}, id.toStdString()});
    }

    [[nodiscard]] Drawing wholeSet() const
    {
        Drawing drawing;
        for (const Component& component : m_components)
            addStroke(drawing, component);
        moveToCorner(drawing);
        return drawing;
    }

    Drawing drawingOf(const std::string& delineation)
    {
        Drawing drawing;
        for (const UnipenSpan& span : unipenDelineation(delineation)) {
            check(span);
            for (std::size_t i = span.firstComponent; i <= span.lastComponent; ++i)
                addPart(drawing, i, span);
        }
        moveToCorner(drawing);
        return drawing;
    }

    void check(const UnipenSpan& span) const
    {
        if (span.lastComponent >= m_components.size())
            throw Error(GLYPHSCOPE_TEXT("Files", "component %1 of %2, counted from 0. It is not in the file"),
                        span.lastComponent, m_components.size());
        const auto checkPoint = [this](std::size_t component, std::size_t point) {
            const std::size_t count = m_components[component].end - m_components[component].begin;
            if (point >= count)
                throw Error(
                    GLYPHSCOPE_TEXT("Files", "point %1 of component %2, which has %3, counted from 0"), point,
                    component, count);
        };
        checkPoint(span.firstComponent, span.firstPoint);
        if (span.lastPoint != UnipenSpan::kLastPoint)
            checkPoint(span.lastComponent, span.lastPoint);
    }

    /// Puts what the span takes of the i-th component into the drawing.
    void addPart(Drawing& drawing, std::size_t i, const UnipenSpan& span)
    {
        Component part = m_components[i];
        if (i == span.lastComponent && span.lastPoint != UnipenSpan::kLastPoint)
            part.end = part.begin + span.lastPoint + 1;
        if (i == span.firstComponent)
            part.begin += span.firstPoint;
        // Counted with the pen up too: segments may overlap, and each would be passed through.
        m_drawnPoints += part.end - part.begin;
        if (m_drawnPoints > UnipenLimits::points)
            throw Error(GLYPHSCOPE_TEXT(
                "Files", "more than 1,000,000 points in all segments together. Split the file."));
        addStroke(drawing, part);
    }

    void addStroke(Drawing& drawing, const Component& part) const
    {
        const auto at = [this](std::size_t i) { return m_points.begin() + static_cast<std::ptrdiff_t>(i); };
        if (part.ink)
            drawing.strokes.push_back({{at(part.begin), at(part.end)}, 1.0});
    }

    const QString m_main;
    QString m_contributor;
    std::vector<Message>* const m_notes;  // may be null
    bool m_contributorNamed = false;
    std::vector<OpenFile> m_open;
    qsizetype m_bytes = 0;
    int m_files = 0;
    Channels m_channels;
    double m_xResolution = 0;  // points an inch; 0 while unknown
    double m_yResolution = 0;
    std::size_t m_pointCount = 0;
    std::size_t m_drawnPoints = 0;
    std::size_t m_segmentCount = 0;

    // of the present set
    std::vector<Point> m_points;
    std::vector<Component> m_components;
    std::vector<Segment> m_segments;
    std::size_t m_setSegments = 0;

    std::vector<LabelledDrawing> m_drawings;
    std::vector<LabelledDrawing> m_unlabelled;
};

}  // namespace

bool looksLikeUnipen(const QByteArray& bytes)
{
    constexpr qsizetype kBegin = 4096;
    static constexpr std::array kKeywords{"VERSION",   "COORD",     "HIERARCHY", "SEGMENT",     "PEN_DOWN",
                                          "INCLUDE",   "COMMENT",   "KEYWORD",   "DATA_SOURCE", "DATA_ID",
                                          "WRITER_ID", "START_SET", "START_BOX"};
    const QByteArrayView begin = QByteArrayView(bytes).first(std::min(kBegin, bytes.size()));
    if (begin.contains('\0'))
        return false;
    UnipenScanner scanner(begin);
    while (const auto statement = scanner.next())
        if (std::ranges::any_of(kKeywords, [&](const char* known) { return statement->keyword == known; }))
            return true;
    return false;
}

std::vector<LabelledDrawing> readUnipen(const QByteArray& bytes, const QString& path,
                                        std::vector<Message>* notes)
{
    if (bytes.size() > UnipenLimits::bytes)
        throw Error(GLYPHSCOPE_TEXT("Files", "%1: %2 bytes; a UNIPEN file may have 16 MiB. Split it."),
                    path.toStdString(), bytes.size());
    return UnipenReader(path, notes).read(bytes);
}

}  // namespace glyphscope
