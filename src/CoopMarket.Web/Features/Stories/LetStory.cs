using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>An admin lets a story that waited for its words go into the shop, as she saw it.</summary>
internal static class LetStory
{
    /// <param name="Seen">When it was last changed as she saw it, UTC.</param>
    internal sealed record Command(Actor Actor, StoryId Story, DateTimeOffset Seen) : ICommand, IForAdmin, IAbout
    {
        public string About => Story.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, OwnDesk own, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Story>().FirstOrDefaultAsync(s => s.Id == command.Story, cancellationToken) is not { } story)
                return new NotFound();
            if (await own.RefuseAsync(command.Actor, story.Cooperative, cancellationToken) is { } hers)
                return hers;
            return story.Let(command.Seen, await db.Set<Story>().FreeSlugAsync(story, cancellationToken), time.Now()) is { } refusal ? refusal : Outcome.Done;
        }
    }
}
