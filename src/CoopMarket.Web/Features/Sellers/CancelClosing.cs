using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Opens again before its time, or gives up a plan to close.</summary>
internal static class CancelClosing
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, Guid Closure) : ICommand, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var closure = await db.Set<Closure>().FirstOrDefaultAsync(c => c.Id == command.Closure && c.Cooperative == command.Cooperative, cancellationToken);
            if (closure is null)
                return new NotFound();
            closure.Cancel();
            db.Remove(closure);
            return Outcome.Done;
        }
    }
}
