using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Questions;

/// <summary>Reads what was said in a thread.</summary>
internal sealed class ThreadReader(MarketDb db, MessagePhotos photos)
{
    /// <summary>All messages, the oldest first, and when the market read them.</summary>
    public async Task<ThreadView> OfAsync(QuestionId question, CancellationToken cancellationToken)
    {
        var messages = await db.Set<QuestionMessage>().AsNoTracking().Where(m => m.Question == question).OrderBy(m => m.Number).ToListAsync(cancellationToken);
        var pictures = await photos.OfAsync(messages.Select(m => PhotoSubject.Of(m.Id)), cancellationToken);
        var readings = await db.Set<QuestionReading>().Where(r => r.Question == question).OrderBy(r => r.Number).Select(r => r.At).ToListAsync(cancellationToken);
        return new([.. messages.Select(m => new MessageView(m.Number, m.Side, m.Words, m.Signs, m.At, [.. pictures[PhotoSubject.Of(m.Id)]]))], readings);
    }

    /// <summary>Whether a photo stands in a thread.</summary>
    public async Task<bool> HasAsync(QuestionId question, PhotoId photo, CancellationToken cancellationToken)
        => await photos.BesideAsync(photo, cancellationToken) is { Kind: PhotoSubjectKind.Message, Id: var message }
            && await db.Set<QuestionMessage>().AnyAsync(m => m.Id == new QuestionMessageId(message) && m.Question == question, cancellationToken);
}

/// <summary>What was said.</summary>
/// <param name="Messages">The oldest first.</param>
/// <param name="ReadAt">When admins opened it, UTC, the first first.</param>
internal sealed record ThreadView(IReadOnlyList<MessageView> Messages, IReadOnlyList<DateTimeOffset> ReadAt);

/// <summary>One message.</summary>
/// <param name="Signs">What its reader is warned of.</param>
/// <param name="At">UTC.</param>
internal sealed record MessageView(int Number, QuestionSide Side, string Words, OutsideSigns Signs, DateTimeOffset At, IReadOnlyList<MessagePhoto> Photos);
