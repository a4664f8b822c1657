using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>An admin takes a story out of the shop with a reason its cooperative reads; only <see cref="AllowStory"/> lifts it.</summary>
internal static class ForbidStory
{
    internal sealed record Command(Actor Actor, StoryId Story, string Reason) : ICommand, IForAdmin, IAbout
    {
        public string About => Story.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
            => RuleFor(c => c.Reason).Must(r => CleanText.Read(r, Story.ReasonLength, out _, severalLines: true) == TextVerdict.Clean).WithMessage("stories.reason.flaw");
    }

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Story>().FirstOrDefaultAsync(s => s.Id == command.Story, cancellationToken) is not { } story)
                return new NotFound();
            _ = CleanText.Read(command.Reason, Story.ReasonLength, out var reason, severalLines: true);
            story.Withdraw(reason, time.Now());
            return Outcome.Done;
        }
    }
}

/// <summary>An admin lets a cooperative tell a story again.</summary>
internal static class AllowStory
{
    internal sealed record Command(Actor Actor, StoryId Story) : ICommand, IForAdmin, IAbout
    {
        public string About => Story.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Story).NotEmpty().WithMessage("refusal.NotFound");
    }

    internal sealed class Handler(MarketDb db, OwnDesk own) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Story>().FirstOrDefaultAsync(s => s.Id == command.Story, cancellationToken) is not { } story)
                return new NotFound();
            if (await own.RefuseAsync(command.Actor, story.Cooperative, cancellationToken) is { } hers)
                return hers;
            story.Allow();
            return Outcome.Done;
        }
    }
}
