using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Takes a story out of the shop; <see cref="PublishStory"/> undoes it.</summary>
internal static class WithdrawStory
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, StoryId Story) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Story.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Story).NotEmpty().WithMessage("refusal.NotFound");
    }

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Story>().OfCooperativeAsync(command.Cooperative, command.Story, cancellationToken) is not { } story)
                return new NotFound();
            story.Withdraw(because: null, time.Now());
            return Outcome.Done;
        }
    }
}
