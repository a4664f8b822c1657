using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Questions;

/// <summary>A thread as whoever asked sees it: opened by its link, or signed in.</summary>
internal static class YourQuestion
{
    internal sealed record Query(Actor Actor, string Code, string? Secret) : IQuery<View?>, IForAnyone;

    /// <param name="Cooperative">Its name.</param>
    /// <param name="Band">The id of its woven band.</param>
    /// <param name="Product">As it was called then; empty where it is about an order.</param>
    /// <param name="IsAway">Whether nobody would read it at present.</param>
    /// <param name="IsMailed">Whether the market writes to her when there is an answer.</param>
    /// <param name="IsMine">Whether it stands in the reader's account.</param>
    internal sealed record View(
        string Code, LocalizedText Cooperative, string Band, int BandTurn, LocalizedText Product, string Slug, string OrderCode, string Name, QuestionState State, bool IsAway, bool IsMailed, bool IsMine, bool IsReported,
        ThreadView Thread);

    internal sealed class Handler(QuestionFile file, ThreadReader thread, Cooperatives cooperatives) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await file.OfBuyerAsync(query.Actor, query.Code, query.Secret, cancellationToken) is not { } found)
                return null;
            var coop = await cooperatives.OneAsync(found.Cooperative, cancellationToken);
            return new(
                found.Code, coop?.Name ?? LocalizedText.Empty, found.Cooperative.ToString(), coop?.BandTurn ?? 0, found.ProductName, found.ProductSlug, found.OrderCode, found.Name, found.State,
                coop is not { State: SellerState.Approved }, await file.AddressAsync(found, cancellationToken) is not null, found.Person is { } person && query.Actor.Person == person, found.IsReported,
                await thread.OfAsync(found.Id, cancellationToken));
        }
    }
}

/// <summary>A photo in a thread for whoever asked, as a JPEG; null where there is none.</summary>
internal static class YourQuestionPhoto
{
    internal sealed record Query(Actor Actor, string Code, string? Secret, PhotoId Photo, bool Small) : IQuery<byte[]?>, IForAnyone;

    internal sealed class Handler(QuestionFile file, ThreadReader thread, MessagePhotos photos) : IRequestHandler<Query, byte[]?>
    {
        public async Task<byte[]?> Handle(Query query, CancellationToken cancellationToken)
            => await file.OfBuyerAsync(query.Actor, query.Code, query.Secret, cancellationToken) is { } found && await thread.HasAsync(found.Id, query.Photo, cancellationToken)
                ? await photos.ReadAsync(query.Photo, query.Small, cancellationToken)
                : null;
    }
}

/// <summary>Whoever asked wants nothing more to be said.</summary>
internal static class CloseYourQuestion
{
    internal sealed record Command(Actor Actor, string Code, string? Secret) : ICommand, IForAnyone;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(QuestionFile file) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await file.OfBuyerAsync(command.Actor, command.Code, command.Secret, cancellationToken) is not { } found)
                return new NotFound();
            found.Close();
            return Outcome.Done;
        }
    }
}

/// <summary>Whoever asked wants the market to look.</summary>
internal static class ReportYourQuestion
{
    internal sealed record Command(Actor Actor, string Code, string? Secret, string? Why) : ICommand, IForAnyone;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Why).IsKept("questions", Question.MostReason, severalLines: true, "questions.flaw.why");
    }

    internal sealed class Handler(QuestionFile file, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await file.OfBuyerAsync(command.Actor, command.Code, command.Secret, cancellationToken) is not { } found)
                return new NotFound();
            found.Report(QuestionSide.Buyer, TypedTexts.Kept(command.Why, Question.MostReason, severalLines: true), time.Now());
            return Outcome.Done;
        }
    }
}
