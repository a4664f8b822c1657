namespace CoopMarket.Web.Hosting;

/// <summary>Where the market's files lie.</summary>
internal static class DataFolder
{
    /// <summary>The <c>data</c> folder beside CoopMarket.sln when run from the sources, else beside the program.</summary>
    public static string Default(string contentRoot)
    {
        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CoopMarket.sln")))
                return Path.Combine(folder.FullName, "data");
        return Path.Combine(AppContext.BaseDirectory, "data");
    }

    /// <summary>A folder inside the data directory, made if it is not there.</summary>
    public static string Folder(this MarketSettings settings, string name)
        => Directory.CreateDirectory(Path.Combine(settings.DataDirectory, name)).FullName;
}
