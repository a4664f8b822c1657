using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Messaging;

/// <summary>The message is not parked: it went meanwhile, or somebody else has sent it again.</summary>
internal sealed record MessageNotParked : Refusal;

/// <summary>Gives parked messages all their attempts again.</summary>
internal static class RetryMessage
{
    /// <param name="Actor">The admin.</param>
    /// <param name="Message">The row; null for all that are parked.</param>
    internal sealed record Command(Actor Actor, Guid? Message) : ICommand, IForAdmin, IAbout
    {
        public string About => Message?.ToString() ?? "";
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var freed = await db.Set<OutboxRow>()
                .Where(r => r.State == OutboxState.Parked && (command.Message == null || r.Id == command.Message))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(r => r.State, OutboxState.Pending).SetProperty(r => r.Attempts, 0).SetProperty(r => r.DueAt, now)
                        .SetProperty(r => r.LeasedUntil, (DateTimeOffset?)null).SetProperty(r => r.LeaseToken, (Guid?)null),
                    cancellationToken);
            return freed > 0 ? Outcome.Done : new MessageNotParked();
        }
    }
}
