using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>One complaint for an admin: both sides, the clock, and who complained.</summary>
internal static class JudgeComplaint
{
    internal sealed record Query(Actor Actor, ComplaintId Complaint) : IQuery<View?>, IForAdmin;

    /// <param name="HasOtherSide">Whether its cooperative reads what is said.</param>
    /// <param name="MaySettle">Whether this admin may; who settled it first does not look a second time.</param>
    internal sealed record View(
        string Code, ComplaintKind Kind, ComplaintState State, Clock Clock, Writer From, string OrderCode, ProductId? Product, CoopCard? Cooperative, bool HasOtherSide, bool IsOpen, bool MaySettle,
        IReadOnlyList<Step> Trail, IReadOnlyList<MessagePhoto> Photos)
    {
        /// <summary>Who did what, by the ids in the trail.</summary>
        public required IReadOnlyDictionary<string, string> Names { get; init; }
    }

    /// <summary>By when the market speaks, and when it did, UTC.</summary>
    /// <param name="DueAt">The next of them; null where it is settled.</param>
    internal sealed record Clock(DateTimeOffset AnswerBy, DateTimeOffset? AnsweredAt, DateTimeOffset SettleBy, DateTimeOffset? SettledAt, DateTimeOffset? DueAt, DateTimeOffset Now)
    {
        public bool IsLate => DueAt < Now;
    }

    /// <summary>Who complains.</summary>
    /// <param name="Language">In which she wrote and is written to.</param>
    internal sealed record Writer(string Name, string Email, string Phone, string Language, PersonId? Person);

    /// <param name="By">The id of a person, the name of a job, or «guest».</param>
    internal sealed record Step(ComplaintMoveKind Kind, string By, string Words, DateTimeOffset At);

    internal sealed class Handler(MarketDb db, ComplaintFile file, Cooperatives cooperatives, People people, MessagePhotos photos, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await file.OneAsync(query.Complaint, cancellationToken) is not { } found)
                return null;
            var trail = await db.Set<ComplaintMove>().Where(m => m.Complaint == found.Id).OrderBy(m => m.Number).Select(m => new Step(m.Kind, m.By, m.Words, m.At)).ToListAsync(cancellationToken);
            return new(
                found.Code, found.Kind, found.State, new(found.AnswerBy, found.AnsweredAt, found.SettleBy, found.SettledAt, found.DueAt, time.Now()), new(found.Name, found.Email, found.Phone, found.Language, found.Person),
                found.OrderCode, found.Product, found.Cooperative is { } id ? await cooperatives.OneAsync(id, cancellationToken) : null, found.HasOtherSide,
                found.IsOpen, found.IsOpen && (found.State != ComplaintState.SecondLook || found.SettledBy != query.Actor.ToString()), trail, [.. (await photos.OfAsync([found.Id], cancellationToken))[found.Id]])
            {
                Names = await people.NamesAsync(trail.Select(s => s.By), cancellationToken),
            };
        }
    }
}

/// <summary>An admin who is on neither side writes to whoever complained.</summary>
internal static class AnswerComplaint
{
    internal sealed record Command(Actor Actor, ComplaintId Complaint, string? Words) : ICommand, IForAdmin, IAbout
    {
        public string About => Complaint.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Words).IsKept("complaints", Complaint.MostWords, severalLines: true, "complaints.flaw.words");
    }

    internal sealed class Handler(ComplaintFile file, NeitherSide neither, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await file.OneAsync(command.Complaint, cancellationToken) is { } found
                ? await neither.RefuseAsync(command.Actor, found, cancellationToken) is { } hers ? hers : found.Answer(TypedTexts.Kept(command.Words, Complaint.MostWords, severalLines: true), command.Actor.ToString(), time.Now())
                : new NotFound();
    }
}

/// <summary>An admin who is on neither side says, before the time is up, that the market takes longer, until when and why.</summary>
internal static class ExtendComplaint
{
    /// <param name="Until">To the end of this day in Vietnam.</param>
    internal sealed record Command(Actor Actor, ComplaintId Complaint, DateOnly? Until, string? Words) : ICommand, IForAdmin, IAbout
    {
        public string About => Complaint.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Until).Must(u => u is { Year: >= 2000 and <= 2200 }).WithMessage("complaints.flaw.until");
            RuleFor(c => c.Words).IsKept("complaints", Complaint.MostWords, severalLines: true, "complaints.flaw.words");
        }
    }

    internal sealed class Handler(ComplaintFile file, NeitherSide neither, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await file.OneAsync(command.Complaint, cancellationToken) is { } found
                ? await neither.RefuseAsync(command.Actor, found, cancellationToken) is { } hers ? hers : found.Extend(VietnamDay.Begin(command.Until!.Value.AddDays(1)), TypedTexts.Kept(command.Words, Complaint.MostWords, severalLines: true), command.Actor.ToString(), time.Now())
                : new NotFound();
    }
}

/// <summary>An admin who is on neither side settles a complaint; both sides read the outcome.</summary>
internal static class SettleComplaint
{
    internal sealed record Command(Actor Actor, ComplaintId Complaint, string? Words) : ICommand, IForAdmin, IAbout
    {
        public string About => Complaint.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Words).IsKept("complaints", Complaint.MostWords, severalLines: true, "complaints.flaw.words");
    }

    internal sealed class Handler(ComplaintFile file, NeitherSide neither, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await file.OneAsync(command.Complaint, cancellationToken) is { } found
                ? await neither.RefuseAsync(command.Actor, found, cancellationToken) is { } hers ? hers : found.Settle(TypedTexts.Kept(command.Words, Complaint.MostWords, severalLines: true), command.Actor.ToString(), time.Now())
                : new NotFound();
    }
}
