using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Puts a story into the shop, or holds it for an admin.</summary>
internal static class PublishStory
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, StoryId Story) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Story.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Story).NotEmpty();
    }

    internal sealed class Handler(MarketDb db, StoryWords words, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Story>().OfCooperativeAsync(command.Cooperative, command.Story, cancellationToken) is not { } story)
                return new NotFound();
            return story.GoLive(await db.Set<Story>().FreeSlugAsync(story, cancellationToken), time.Now(), await words.InAsync(story, cancellationToken)) is { } refusal ? refusal : Outcome.Done;
        }
    }
}
