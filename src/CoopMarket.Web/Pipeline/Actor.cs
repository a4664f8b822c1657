using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Pipeline;

/// <summary>Who asks. Made in two places only: from the session in page models, and by <see cref="Job"/> in jobs.</summary>
internal sealed record Actor
{
    /// <summary>How audit rows and logs name a guest.</summary>
    public const string GuestName = "guest";

    private Actor()
    {
    }

    /// <summary>The signed-in person; null for guests and jobs.</summary>
    public PersonId? Person { get; private init; }

    /// <summary>The job's name; null for people.</summary>
    public string? JobName { get; private init; }

    /// <summary>The address the request came from; empty for jobs.</summary>
    public string Address { get; private init; } = "";

    /// <summary>UTC; when she last proved that it is she, by her second factor or her password. Null where nobody was asked.</summary>
    public DateTimeOffset? ProvedAt { get; private init; }

    /// <summary>The demo plays her: she has no device to be asked on.</summary>
    public bool IsPlayed { get; private init; }

    public bool IsJob => JobName is not null;

    public bool IsGuest => Person is null && JobName is null;

    /// <summary>The signed-in person.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the request was for anyone.</exception>
    public PersonId Me => Person ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>A reader without a session.</summary>
    public static Actor Guest(string address) => new() { Address = address };

    /// <summary>A signed-in person.</summary>
    public static Actor Of(PersonId person, string address, DateTimeOffset? provedAt = null) => new() { Person = person, Address = address, ProvedAt = provedAt };

    /// <summary>A person of the demo, whose year the market lives through by itself.</summary>
    public static Actor Played(PersonId person, string address) => new() { Person = person, Address = address, IsPlayed = true };

    /// <summary>The market itself.</summary>
    public static Actor Job(string name) => new() { JobName = name };

    /// <summary>For audit rows and logs: the person's id, the job's name, or «guest».</summary>
    public override string ToString() => Person?.ToString() ?? JobName ?? GuestName;
}

/// <summary>The actor may not do this. The shop answers 404, as for what is not there; guests are sent to sign in.</summary>
internal sealed class AccessDeniedException(string request, Actor actor) : Exception($"{actor} may not {request}")
{
    public Actor Actor { get; } = actor;

    /// <summary>The code of the order that would not open; null where it was about something else.</summary>
    public string? OrderCode { get; init; }
}

/// <summary>The database is busy beyond the bound; the shop answers 503 with Retry-After.</summary>
internal sealed class MarketBusyException() : Exception("The database is busy.");
