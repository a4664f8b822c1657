using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Questions;

/// <summary>A thread as the cooperative sees it: never how the buyer is reached.</summary>
internal static class DeskQuestion
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, QuestionId Question) : IQuery<View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    /// <param name="Name">What the buyer is called; empty once she was forgotten.</param>
    /// <param name="Language">That she reads.</param>
    /// <param name="Product">As it was called then; empty where it is about an order.</param>
    internal sealed record View(string Code, string Name, string Language, LocalizedText Product, string Slug, string OrderCode, QuestionState State, bool IsReported, ThreadView Thread);

    internal sealed class Handler(QuestionFile file, ThreadReader thread) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
            => await file.OfCooperativeAsync(query.Cooperative, query.Question, cancellationToken) is { } found
                ? new(found.Code, found.Name, found.Language, found.ProductName, found.ProductSlug, found.OrderCode, found.State, found.IsReported, await thread.OfAsync(found.Id, cancellationToken))
                : null;
    }
}

/// <summary>A photo in a thread for the cooperative, as a JPEG; null where there is none.</summary>
internal static class DeskQuestionPhoto
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, QuestionId Question, PhotoId Photo, bool Small) : IQuery<byte[]?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    internal sealed class Handler(QuestionFile file, ThreadReader thread, MessagePhotos photos) : IRequestHandler<Query, byte[]?>
    {
        public async Task<byte[]?> Handle(Query query, CancellationToken cancellationToken)
            => await file.OfCooperativeAsync(query.Cooperative, query.Question, cancellationToken) is { } found && await thread.HasAsync(found.Id, query.Photo, cancellationToken)
                ? await photos.ReadAsync(query.Photo, query.Small, cancellationToken)
                : null;
    }
}

/// <summary>
/// A member answers a buyer. Whoever sits at the desk may: who packs knows where the parcel is, who tells of goods knows the goods,
/// and a buyer waits for the first who has time.
/// </summary>
internal static class AnswerQuestion
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, QuestionId Question, string? FormKey, string? Words, bool Sure, IReadOnlyList<string>? Kept)
        : ICommand, IForCooperative, IAbout, ILetter
    {
        public DeskRoles Allowed => DeskRoles.Any;

        public string About => Question.ToString();
    }

    internal sealed class Validator : LetterValidator<Command>;

    internal sealed class Handler(QuestionFile file, Pen pen) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await file.OfCooperativeAsync(command.Cooperative, command.Question, cancellationToken) is { } found
                ? await pen.WriteAsync(found, QuestionSide.Cooperative, command, command.Actor, cancellationToken)
                : new NotFound();
    }
}

/// <summary>The cooperative wants nothing more to be said; not before it has said something itself, as whoever asked hears of answers only.</summary>
internal static class CloseQuestion
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, QuestionId Question) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Any;

        public string About => Question.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, QuestionFile file) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await file.OfCooperativeAsync(command.Cooperative, command.Question, cancellationToken) is { } found
                ? found.CloseByDesk(await db.Set<QuestionMessage>().AnyAsync(m => m.Question == found.Id && m.Side == QuestionSide.Cooperative, cancellationToken))
                : new NotFound();
    }
}

/// <summary>The cooperative wants the market to look.</summary>
internal static class ReportQuestion
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, QuestionId Question, string? Why) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Any;

        public string About => Question.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Why).IsKept("questions", Domain.Questions.Question.MostReason, severalLines: true, "questions.flaw.why");
    }

    internal sealed class Handler(QuestionFile file, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await file.OfCooperativeAsync(command.Cooperative, command.Question, cancellationToken) is not { } found)
                return new NotFound();
            found.Report(QuestionSide.Cooperative, TypedTexts.Kept(command.Why, Question.MostReason, severalLines: true), time.Now());
            return Outcome.Done;
        }
    }
}
