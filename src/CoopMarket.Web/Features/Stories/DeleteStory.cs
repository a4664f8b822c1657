using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>
/// Takes a story away for good that no reader ever saw, with its voices and what was agreed about it. Its photos go as after <see cref="StoryDeleted"/>;
/// files that nothing else shows are swept within two days.
/// </summary>
internal static class DeleteStory
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, StoryId Story) : ICommand, IForCooperative, ISerialized, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Story.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Story>().OfCooperativeAsync(command.Cooperative, command.Story, cancellationToken) is not { } story)
                return new NotFound();
            if (story.Delete() is { } refusal)
                return refusal;
            db.RemoveRange(await db.Set<Recording>().Where(r => r.Story == story.Id).ToListAsync(cancellationToken));
            db.RemoveRange(await db.Set<Consent>().Where(c => c.Story == story.Id).ToListAsync(cancellationToken));
            db.Remove(story);
            return Outcome.Done;
        }
    }
}
