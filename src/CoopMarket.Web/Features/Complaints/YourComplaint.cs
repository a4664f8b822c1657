using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>A complaint as whoever made it sees it: how far the market is, by when it speaks, and what was said. Opened by its link alone.</summary>
internal static class YourComplaint
{
    internal sealed record Query(Actor Actor, string Code, string? Secret) : IQuery<View?>, IForAnyone;

    /// <param name="Cooperative">Of which it is complained; null where of none.</param>
    /// <param name="DaysToAskAgain">How long after the outcome a second look may be asked for; null where it may not.</param>
    /// <param name="Trail">The oldest first.</param>
    internal sealed record View(
        string Code, ComplaintKind Kind, ComplaintState State, string OrderCode, LocalizedText? Cooperative, DateTimeOffset AnswerBy, DateTimeOffset? AnsweredAt, DateTimeOffset SettleBy, bool IsOpen, int? DaysToAskAgain, string Email,
        IReadOnlyList<Step> Trail, IReadOnlyList<MessagePhoto> Photos);

    internal sealed record Step(ComplaintMoveKind Kind, string Words, DateTimeOffset At);

    internal sealed class Handler(MarketDb db, ComplaintFile file, Cooperatives cooperatives, MessagePhotos photos, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await file.OfHolderAsync(query.Code, query.Secret, cancellationToken) is not { } found)
                return null;
            var trail = await db.Set<ComplaintMove>().Where(m => m.Complaint == found.Id).OrderBy(m => m.Number).Select(m => new Step(m.Kind, m.Words, m.At)).ToListAsync(cancellationToken);
            return new(
                found.Code, found.Kind, found.State, found.OrderCode, found.Cooperative is { } id ? (await cooperatives.OneAsync(id, cancellationToken))?.Name : null, found.AnswerBy, found.AnsweredAt, found.SettleBy, found.IsOpen, found.MayBeLookedAtAgain(time.Now()) ? Complaint.TimeForSecondLook.Days : null, found.Email, trail,
                [.. (await photos.OfAsync([found.Id], cancellationToken))[found.Id]]);
        }
    }
}

/// <summary>Whoever complained is not content and asks, once, that another person looks.</summary>
internal static class AskSecondLook
{
    internal sealed record Command(Actor Actor, string Code, string? Secret, string? Why) : ICommand, IForAnyone;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Why).IsKept("complaints", Complaint.MostWords, severalLines: true, "complaints.flaw.words");
    }

    internal sealed class Handler(ComplaintFile file, ComplaintTerms terms, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await file.OfHolderAsync(command.Code, command.Secret, cancellationToken) is not { } found)
                return new NotFound();
            var now = time.Now();
            return found.LookAgain(TypedTexts.Kept(command.Why, Complaint.MostWords, severalLines: true), await terms.AtAsync(found.Kind, now, cancellationToken), command.Actor.ToString(), now);
        }
    }
}
