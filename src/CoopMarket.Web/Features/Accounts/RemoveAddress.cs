using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A person takes an address out of her book. Orders keep their own copy.</summary>
internal static class RemoveAddress
{
    internal sealed record Command(Actor Actor, AddressId Id) : ICommand, IForPerson;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Id.Value).NotEmpty().WithMessage("refusal.NotFound");
    }

    internal sealed class Handler(MarketDb db) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var book = await db.Set<AddressEntry>().Where(e => e.Person == command.Actor.Me).OrderBy(e => e.CreatedAt).ToListAsync(cancellationToken);
            if (book.Find(e => e.Id == command.Id) is not { } entry)
                return new NotFound();
            db.Remove(entry);
            if (entry.IsFirst && book.Find(e => e.Id != entry.Id) is { } next)
                next.IsFirst = true;
            return Outcome.Done;
        }
    }
}
