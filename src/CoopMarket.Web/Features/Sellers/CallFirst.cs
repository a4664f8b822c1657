using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>A cooperative says that it calls buyers who pay in cash before it accepts their orders, or that it no longer does.</summary>
internal static class CallFirst
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, bool Calls) : ICommand, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            (await db.Set<Cooperative>().FirstAsync(c => c.Id == command.Cooperative, cancellationToken)).CallFirst(command.Calls);
            return Outcome.Done;
        }
    }
}
