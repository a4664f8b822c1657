using CoopMarket.Domain.Questions;
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

namespace CoopMarket.Web.Features.Questions;

/// <summary>One thread for an admin: what it is about, why somebody reported it, who read it. What was said only after she gave a reason.</summary>
internal static class AdminQuestion
{
    internal sealed record Query(Actor Actor, QuestionId Question) : IQuery<View?>, IForAdmin;

    /// <param name="Name">What the buyer is called; empty once she was forgotten.</param>
    /// <param name="Person">Her account; null where she has none.</param>
    /// <param name="ForgottenAt">When all that was said was forgotten, UTC; null while it is kept.</param>
    /// <param name="Report">Why a side reported it; null where none did.</param>
    /// <param name="Thread">What was said; null while this admin has given no reason in the last hour.</param>
    internal sealed record View(
        string Code, LocalizedText Cooperative, LocalizedText Product, string OrderCode, string Name, PersonId? Person, QuestionState State, int Messages, bool IsReported, bool IsWarned, DateTimeOffset? ForgottenAt, Reported? Report,
        IReadOnlyList<Reading> Readings, ThreadView? Thread)
    {
        /// <summary>Who read, by the ids in the readings.</summary>
        public required IReadOnlyDictionary<string, string> Names { get; init; }
    }

    internal sealed record Reported(QuestionSide By, string Why, DateTimeOffset At);

    /// <param name="By">The admin's id.</param>
    internal sealed record Reading(string By, string Reason, DateTimeOffset At);

    internal sealed class Handler(MarketDb db, QuestionFile file, ThreadReader thread, Cooperatives cooperatives, People people, QuestionDoor door) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await file.OneAsync(query.Question, cancellationToken) is not { } found)
                return null;
            var coop = await cooperatives.OneAsync(found.Cooperative, cancellationToken);
            var readings = await db.Set<QuestionReading>().Where(r => r.Question == found.Id).OrderByDescending(r => r.Number).Select(r => new Reading(r.By, r.Reason, r.At)).ToListAsync(cancellationToken);
            return new(
                found.Code, coop?.Name ?? LocalizedText.Empty, found.ProductName, found.OrderCode, found.Name, found.Person, found.State, found.MessageCount, found.IsReported, found.IsWarned, found.ForgottenAt,
                found is { ReportedBy: { } by, ReportedAt: { } at } ? new(by, found.ReportWhy, at) : null, readings,
                await door.IsOpenAsync(query.Actor, found.Id, cancellationToken) ? await thread.OfAsync(found.Id, cancellationToken) : null)
            {
                Names = await people.NamesAsync(readings.Select(r => r.By), cancellationToken),
            };
        }
    }
}

/// <summary>Whether an admin has said why she reads a thread.</summary>
internal sealed class QuestionDoor(MarketDb db, TimeProvider time)
{
    public Task<bool> IsOpenAsync(Actor admin, QuestionId question, CancellationToken cancellationToken)
    {
        var (by, since) = (admin.ToString(), time.Now() - Question.ReadingLasts);
        return db.Set<QuestionReading>().AnyAsync(r => r.Question == question && r.By == by && r.At > since, cancellationToken);
    }
}

/// <summary>A photo in a thread for an admin who said why she reads it, as a JPEG; null where there is none.</summary>
internal static class AdminQuestionPhoto
{
    internal sealed record Query(Actor Actor, QuestionId Question, PhotoId Photo, bool Small) : IQuery<byte[]?>, IForAdmin;

    internal sealed class Handler(QuestionDoor door, ThreadReader thread, MessagePhotos photos) : IRequestHandler<Query, byte[]?>
    {
        public async Task<byte[]?> Handle(Query query, CancellationToken cancellationToken)
            => await door.IsOpenAsync(query.Actor, query.Question, cancellationToken) && await thread.HasAsync(query.Question, query.Photo, cancellationToken)
                ? await photos.ReadAsync(query.Photo, query.Small, cancellationToken)
                : null;
    }
}

/// <summary>An admin opens what was said, for an hour, and says why; both sides see when.</summary>
internal static class ReadQuestion
{
    internal sealed record Command(Actor Actor, QuestionId Question, string? Reason) : ICommand, IForAdmin, IAbout
    {
        public string About => Question.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).IsKept("questions", Domain.Questions.Question.MostReason, severalLines: false, "questions.flaw.reason");
    }

    internal sealed class Handler(QuestionFile file, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await file.OneAsync(command.Question, cancellationToken) is not { ForgottenAt: null } found)
                return new NotFound();
            found.Read(command.Actor.ToString(), TypedTexts.Kept(command.Reason, Question.MostReason, severalLines: false), time.Now());
            return Outcome.Done;
        }
    }
}

/// <summary>An admin has done what was to be done; the thread leaves the lists. Of her own cooperative or her own thread another admin decides.</summary>
internal static class SeeToQuestion
{
    internal sealed record Command(Actor Actor, QuestionId Question) : ICommand, IForAdmin, IAbout
    {
        public string About => Question.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(QuestionFile file, OwnDesk own) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await file.OneAsync(command.Question, cancellationToken) is not { } found)
                return new NotFound();
            if (found.Person is { } asked && asked == command.Actor.Person)
                return new OwnAffair();
            if (await own.RefuseAsync(command.Actor, found.Cooperative, cancellationToken) is { } hers)
                return hers;
            found.SeenTo();
            return Outcome.Done;
        }
    }
}
