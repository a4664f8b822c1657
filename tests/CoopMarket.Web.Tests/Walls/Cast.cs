using System.Net;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>Who plays whom at a route.</summary>
internal static class Cast
{
    private static readonly (HttpStatusCode, string) Absent = (HttpStatusCode.NotFound, "");
    private static readonly (HttpStatusCode, string) NotHers = (HttpStatusCode.Forbidden, "");
    private static readonly (HttpStatusCode, string) SignIn = (HttpStatusCode.Found, "/account/sign-in");
    private static readonly (HttpStatusCode, string) Link = (HttpStatusCode.Found, "/orders/link");
    private static readonly (HttpStatusCode, string) Apply = (HttpStatusCode.Found, "/sell/apply");

    /// <summary>Whom the table names, on one side; null: a guest.</summary>
    public static PersonId? Owner(World world, Side side, Row row) => row.Whom switch
    {
        Whom.Person or Whom.Buyer => side.Buyer,
        Whom.Admin => world.Admin,
        _ when row.IsDesk => side.Coop.Manager,
        _ => null,
    };

    /// <summary>All who may, each of whom must get in.</summary>
    public static IEnumerable<PersonId?> Insiders(World world, Row row, PersonId? owner)
    {
        yield return owner;
        if (owner == world.A.Coop.Manager && row.Whom is Whom.Desk or Whom.DeskPacking)
            yield return world.A.Packer;
        if (owner == world.A.Coop.Manager && row.Whom is Whom.Desk or Whom.DeskTelling)
            yield return world.A.Storyteller;
    }

    /// <summary>
    /// Who may not, and what each is told: guests are sent to sign in, from an order to where its link is sent again, who sits at
    /// no desk to the application, a member is told that a page is another's work, all others find nothing.
    /// </summary>
    public static IEnumerable<(PersonId? Who, (HttpStatusCode Status, string Location) Expected)> Outsiders(World world, Row row)
    {
        if (row.Whom is Whom.Anyone)
            yield break;
        var reads = row.Route.Verb == "GET";
        yield return (null, !reads ? Absent : row.Whom is Whom.Buyer ? Link : SignIn);
        if (row.Whom is Whom.Buyer)
            foreach (var person in new[] { world.Somebody, world.B.Buyer, world.A.Coop.Manager, world.Admin })
                yield return (person, Absent);
        if (row.Whom is Whom.Admin)
            foreach (var person in new[] { world.A.Buyer, world.A.Coop.Manager, world.B.Coop.Manager })
                yield return (person, Absent);
        if (!row.IsDesk)
            yield break;
        foreach (var person in new[] { world.A.Buyer, world.Admin, world.A.Applicant })
            yield return (person, reads ? Apply : Absent);
        if (row.Whom is Whom.DeskTelling or Whom.DeskManager)
            yield return (world.A.Packer, reads ? NotHers : Absent);
        if (row.Whom is Whom.DeskPacking or Whom.DeskManager)
            yield return (world.A.Storyteller, reads ? NotHers : Absent);
    }

    /// <summary>Whether a denial is written down: of a signed-in person who came as far as the command.</summary>
    public static bool IsNoticed(World world, Row row, PersonId? who)
        => who is not null && (row.Whom is Whom.Admin || who == world.A.Packer || who == world.A.Storyteller);

    /// <summary>Who may do the same on the other side.</summary>
    public static IEnumerable<PersonId?> Twins(World world, Row row, Attempt attempt)
    {
        yield return attempt.Owner?.Invoke(world, world.B) ?? Owner(world, world.B, row);
        if (row.Whom is Whom.Person or Whom.Buyer)
            yield return world.B.Coop.Manager;
    }

    public static string Name(World world, PersonId? who) => who is null ? "a guest"
        : who == world.Admin ? "an admin"
        : who == world.Somebody ? "somebody"
        : Named(world.A, who) ?? Named(world.B, who) ?? who.ToString()!;

    private static string? Named(Side side, PersonId? who)
        => who == side.Coop.Manager ? "the manager of " + side.Mark
            : who == side.Packer ? "the packer of " + side.Mark
            : who == side.Storyteller ? "the storyteller of " + side.Mark
            : who == side.Buyer ? "the buyer of " + side.Mark
            : who == side.Applicant ? "the applicant of " + side.Mark
            : null;
}
